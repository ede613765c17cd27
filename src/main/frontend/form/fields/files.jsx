import { Text } from '@bpmn-io/form-js-viewer';
import { useEffect, useRef } from 'preact/hooks';
import { useService } from './field.jsx';

/** A text of the form; the one whose property `widget` is "files" is followed by the upload area. */
export function FilesField(props) {
  return props.field.properties?.widget === 'files' ? <Files {...props} /> : <Text {...props} />;
}
FilesField.config = Text.config;

function Files(props) {
  const uploader = useService('config.uploader');
  const place = useRef();
  // the area is made once and only placed here: files stay when a condition hides the field for a while
  useEffect(() => {
    if (uploader) place.current.append(uploader.element);
  }, [uploader]);
  if (!uploader) return null;
  return <div class="field"><Text {...props} /><div ref={place} /></div>;
}

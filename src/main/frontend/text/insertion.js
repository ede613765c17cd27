/**
 * A text with another put in at a position, a blank line between it and what stands around.
 *
 * @returns {{ text: string, caret: number }} the whole text, and the position behind what was put in
 */
export function insertAt(text, position, added) {
  const before = text.slice(0, position);
  const after = text.slice(position);
  const head = before + blankLine(before.match(/\n*$/)[0].length, before) + added;
  return { text: head + blankLine(after.match(/^\n*/)[0].length, after) + after, caret: head.length };
}

/** The line ends that are missing for a blank line; none where there is no other text. */
function blankLine(present, around) {
  return around.trim() ? '\n'.repeat(Math.max(0, 2 - present)) : '';
}

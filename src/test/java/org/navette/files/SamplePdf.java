package org.navette.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDJavascriptNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.action.PDPageAdditionalActions;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;

/** PDF files of one page with something in them. */
public final class SamplePdf {

    private SamplePdf() {}

    /** Puts something into a document that has one A4 page. */
    public interface Change {
        void on(PDDocument document, PDPage page) throws IOException;
    }

    public static byte[] plain() {
        return with((document, page) -> {});
    }

    public static byte[] with(Change change) {
        return with(change, CompressParameters.DEFAULT_COMPRESSION);
    }

    public static byte[] with(Change change, CompressParameters compression) {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            change.on(document, page);
            document.save(out, compression);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] encrypted(String owner, String user) {
        return with((document, page) ->
                document.protect(new StandardProtectionPolicy(owner, user, new AccessPermission())));
    }

    public static void linkAndFirstView(PDDocument document, PDPage page) throws IOException {
        PDActionURI uri = new PDActionURI();
        uri.setURI("https://www.ameli.fr");
        PDAnnotationLink link = new PDAnnotationLink();
        link.setRectangle(new PDRectangle(10, 10, 50, 50));
        link.setAction(uri);
        page.getAnnotations().add(link);
        PDPageFitDestination destination = new PDPageFitDestination();
        destination.setPage(page);
        PDActionGoTo first = new PDActionGoTo();
        first.setDestination(destination);
        document.getDocumentCatalog().setOpenAction(first);
    }

    public static void openScript(PDDocument document, PDPage page) {
        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
    }

    public static void namedScript(PDDocument document, PDPage page) {
        var scripts = new PDJavascriptNameTreeNode();
        scripts.setNames(Map.of("start", new PDActionJavaScript("app.alert(1)")));
        names(document).setJavascript(scripts);
    }

    public static void pageScript(PDDocument document, PDPage page) {
        var actions = new PDPageAdditionalActions();
        actions.setO(new PDActionJavaScript("app.alert(1)"));
        page.setActions(actions);
    }

    public static void launchLink(PDDocument document, PDPage page) throws IOException {
        PDAnnotationLink link = new PDAnnotationLink();
        link.setRectangle(new PDRectangle(10, 10, 50, 50));
        link.setAction(new PDActionLaunch());
        page.getAnnotations().add(link);
    }

    public static void embeddedFile(PDDocument document, PDPage page) throws IOException {
        var specification = new PDComplexFileSpecification();
        specification.setFile("outil.exe");
        specification.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {'M', 'Z'})));
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of("outil", specification));
        names(document).setEmbeddedFiles(tree);
    }

    public static void xfaScript(PDDocument document, PDPage page) throws IOException {
        COSStream xfa = document.getDocument().createCOSStream();
        try (OutputStream out = xfa.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(SampleOffice.ascii("<template><event><script>app.alert(1)</script></event></template>"));
        }
        COSDictionary form = new COSDictionary();
        form.setItem(COSName.getPDFName("XFA"), xfa);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
    }

    private static PDDocumentNameDictionary names(PDDocument document) {
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        document.getDocumentCatalog().setNames(names);
        return names;
    }
}

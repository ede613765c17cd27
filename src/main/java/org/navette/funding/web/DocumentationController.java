package org.navette.funding.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.navette.directory.Couloir;
import org.navette.funding.FileSchema;
import org.navette.funding.RequestType;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The documentation of the files (FUND-01): their schema, explained and to download, and an example of each kind. */
@Controller
@RequestMapping(Paths.PREFIX + Paths.DOCUMENTATION)
class DocumentationController {

    private static final String SCHEMA = "demandes.schema.json";

    private final FileSchema schema;
    private final SchemaGuide guide;

    DocumentationController(FileSchema schema, SchemaGuide guide) {
        this.schema = schema;
        this.guide = guide;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("sections", guide.sections());
        model.addAttribute("couloirs", guide.couloirs());
        model.addAttribute("types", RequestType.values());
        model.addAttribute("version", schema.version());
        return "funding/documentation";
    }

    @GetMapping("/" + SCHEMA)
    ResponseEntity<byte[]> schema() {
        return download(SCHEMA, schema.bytes());
    }

    @GetMapping("/exemples/{example}")
    ResponseEntity<byte[]> example(@PathVariable String example) throws IOException {
        if (!examples().contains(example)) {
            throw new NoSuchElementException(example);
        }
        return download(example, new ClassPathResource("funding/examples/" + example).getContentAsByteArray());
    }

    /** The names of all examples. */
    static List<String> examples() {
        return Stream.of(RequestType.values())
                .flatMap(type -> Stream.of(Couloir.values())
                        .map(couloir -> (type.code() + "-" + couloir + ".json").toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static ResponseEntity<byte[]> download(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}

package org.navette.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@DisplayName("PROV-01 Printing")
class PrintingTest {

    @TempDir
    Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer outside;

    @BeforeEach
    void start() throws Exception {
        outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        outside.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        outside.start();
    }

    @AfterEach
    void stop() {
        outside.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<link rel='stylesheet' href='%s'/></head><body>",
                "<style>@import '%s';</style></head><body>",
                "<style>p { background-image: url('%s') }</style></head><body><p>x</p>",
                "<style>@font-face { font-family: x; src: url('%s') } p { font-family: x }</style></head><body><p>x</p>",
                "</head><body><img src='%s'/>",
                "</head><body><a href='%s' download='x' relation='Source'>x</a>"
            })
    @DisplayName("fetches nothing, neither from the network nor from a file or the class path, and says so")
    void nothingFetched(String html) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "p { color: red }");
        for (String address : List.of(
                "http://127.0.0.1:" + outside.getAddress().getPort() + "/x",
                file.toUri().toString(),
                "jar:" + file.toUri() + "!/x",
                "classpath:/application.yaml")) {
            assertThat(catchThrowable(() -> Printing.render(page(html.replace("%s", address)))))
                    .as(address)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(address);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    @DisplayName("reads no file by an entity")
    void noEntity() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "un secret");
        String html = page("</head><body><p>Bonjour &file;</p>")
                .replace("<html", "<!DOCTYPE html [<!ENTITY file SYSTEM '" + file.toUri() + "'>]><html");
        assertThat(Paper.of(Printing.render(html)).text()).contains("Bonjour").doesNotContain("secret");
    }

    @Test
    @DisplayName("escapes every value: no template writes one as it is")
    void escaped() throws Exception {
        Resource[] templates =
                new PathMatchingResourcePatternResolver().getResources("classpath*:templates/print/**/*.html");
        assertThat(templates).hasSizeGreaterThanOrEqualTo(3);
        for (Resource template : templates) {
            assertThat(template.getContentAsString(StandardCharsets.UTF_8))
                    .as(template.getFilename())
                    .doesNotContain("utext", "[(", "href=\"", "src=");
        }
    }

    private static String page(String content) {
        return "<html lang='fr'><head><title>Essai</title><style>body { font-family: Latin }</style>" + content
                + "</body></html>";
    }
}

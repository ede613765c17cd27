package org.navette.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.accounts.EspaceLogin;

@DisplayName("COMM-02 The page after signing in")
class NextPageTest {

    private static final EspaceLogin LOGIN = EspaceLogin.of("trial", "/essai", "Espace d'essai");

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "https://exemple.com/essai/",
                "//exemple.com/essai/",
                "/\\exemple.com/essai/",
                "/essai/..//exemple.com",
                "/essai/../partenaires",
                "/essai//exemple.com",
                "/essai/%2e%2e/%2fexemple.com",
                "/essai@exemple.com",
                "/essaim",
                "/essai\r\nLocation: https://exemple.com",
                "/\t/exemple.com/essai/",
                "javascript:alert(1)",
                "/partenaires/x",
                "/essai/connexion",
                "/essai/{a}",
                ""
            })
    @DisplayName("COMM-02 is the espace's home instead of anything that is not one of its own pages")
    void foreign(String wanted) {
        assertThat(NextPage.of(wanted, LOGIN)).isEqualTo("/essai");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/essai", "/essai/qui", "/essai/demandes/2633100001?tri=date&page=2", "/essai/a%20b"})
    @DisplayName("COMM-02 is the page of the espace that was wanted")
    void own(String wanted) {
        assertThat(NextPage.of(wanted, LOGIN)).isEqualTo(wanted);
    }
}

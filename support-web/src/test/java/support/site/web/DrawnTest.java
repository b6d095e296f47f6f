package support.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

class DrawnTest {
    /** A page that shows its row twice; whatever else is asked of the engine is the file with the piece. */
    private static final String PAGE =
            "<p drawn:piece=\"<i th:fragment='row'>[[${it.word()}]][[${reader}]]</i> :: row\" drawn:of=\"${row}\"></p>";

    /** Public, so that a template can ask it. */
    public static final class Row {
        private final String word;
        private int asked;

        Row(String word) {
            this.word = word;
        }

        public String word() {
            asked++;
            return word;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Row row && row.word.equals(word);
        }

        @Override
        public int hashCode() {
            return word.hashCode();
        }
    }

    private final SpringTemplateEngine engine = engine();

    @Test
    void drawsWhatIsEqualOnceAndNothingElseGetsIn() {
        Row first = new Row("<b>");
        Row second = new Row("<b>");

        assertThat(page(first, "Ada")).isEqualTo("<i>&lt;b&gt;</i>");
        assertThat(page(second, "Bruno")).isEqualTo("<i>&lt;b&gt;</i>");
        assertThat(first.asked).isEqualTo(1);
        assertThat(second.asked).isZero();
    }

    @Test
    void drawsAnewWhatIsNot() {
        assertThat(page(new Row("Open"), "Ada")).isEqualTo("<i>Open</i>");
        assertThat(page(new Row("Closed"), "Ada")).isEqualTo("<i>Closed</i>");
    }

    @Test
    void keepsNothingOfWhatCouldNotBeDrawn() {
        assertThatThrownBy(() -> page(null, "Ada")).hasMessageContaining("it.word()");
        assertThat(page(new Row("Open"), "Ada")).isEqualTo("<i>Open</i>");
    }

    private String page(@Nullable Row row, String reader) {
        MockServletContext servlet = new MockServletContext();
        WebContext context = new WebContext(
                JakartaServletWebApplication.buildApplication(servlet)
                        .buildExchange(new MockHttpServletRequest(servlet), new MockHttpServletResponse()),
                Locale.ENGLISH,
                Map.of(
                        "reader",
                        reader,
                        ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                        new ThymeleafEvaluationContext(new StaticApplicationContext(), null)));
        context.setVariable("row", row);
        return engine.process(PAGE, context);
    }

    private static SpringTemplateEngine engine() {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(new StringTemplateResolver());
        engine.addDialect(new DrawnDialect(new Drawn()));
        return engine;
    }
}

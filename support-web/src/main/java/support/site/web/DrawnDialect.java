package support.site.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.standard.processor.StandardReplaceTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * {@code <th:block drawn:piece="template :: fragment" drawn:of="${row}">}: stands for that fragment, {@link Drawn} of
 * that one thing, which may be left out.
 */
@Component
class DrawnDialect extends AbstractProcessorDialect {
    private static final String PREFIX = "drawn";

    private final Drawn drawn;

    DrawnDialect(Drawn drawn) {
        super("Drawn pieces", PREFIX, StandardReplaceTagProcessor.PRECEDENCE);
        this.drawn = drawn;
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Piece());
    }

    private final class Piece extends AbstractAttributeTagProcessor {
        Piece() {
            super(TemplateMode.HTML, PREFIX, null, false, "piece", true, StandardReplaceTagProcessor.PRECEDENCE, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String piece,
                IElementTagStructureHandler structure) {
            structure.replaceWith(drawn.html(piece, it(tag.getAttributeValue(PREFIX, "of"), context), context), false);
        }

        private static @Nullable Object it(@Nullable String expression, ITemplateContext context) {
            return expression == null
                    ? null
                    : StandardExpressions.getExpressionParser(context.getConfiguration())
                            .parseExpression(context, expression)
                            .execute(context);
        }
    }
}

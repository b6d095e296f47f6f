package support.api.web;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import support.site.web.ApiProblem;

/** Checks what a program sent, field by field, with the words that people get on a form. */
@Component
class Fields {
    /** One field that cannot be used, and why. */
    record Wrong(String field, String detail) {}

    private final Validator validator;
    private final MessageSource messages;

    Fields(Validator validator, MessageSource messages) {
        this.validator = validator;
        this.messages = messages;
    }

    List<Wrong> wrong(Object sent) {
        List<Wrong> wrong = new ArrayList<>();
        validator
                .validate(sent)
                .forEach(one -> wrong.add(new Wrong(one.getPropertyPath().toString(), one.getMessage())));
        return wrong;
    }

    Wrong wrong(String field, String message) {
        return new Wrong(field, messages.getMessage(message, null, Locale.ENGLISH));
    }

    /** @throws ApiRefusal when any is wrong */
    static void refuse(List<Wrong> wrong) {
        if (!wrong.isEmpty()) {
            List<Wrong> sorted = wrong.stream()
                    .sorted(Comparator.comparing(Wrong::field).thenComparing(Wrong::detail))
                    .toList();
            throw new ApiRefusal(ApiProblem.FIELDS, Map.of("errors", sorted));
        }
    }
}

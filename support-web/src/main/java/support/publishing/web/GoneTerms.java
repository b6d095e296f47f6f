package support.publishing.web;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import support.sla.RefusedTerms;

/** What no form caught names something that cannot be: it is answered like what is not there any more. */
@ControllerAdvice(basePackageClasses = GoneTerms.class)
class GoneTerms {
    @ExceptionHandler(RefusedTerms.class)
    String gone() {
        return "redirect:/terms?gone";
    }
}

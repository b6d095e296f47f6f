/** The pages of partnerships: for the organisation, and for the leads of the desk. */
@NullMarked
package support.partner.web;

import org.jspecify.annotations.NullMarked;

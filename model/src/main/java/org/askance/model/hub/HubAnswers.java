package org.askance.model.hub;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// What a hub's refusals mean for people.
final class HubAnswers {

    private HubAnswers() {}

    /// @param what names what was asked for
    /// @throws PassingFailure for what a later attempt may mend: busy, overloaded, out of order
    /// @throws HubException   for everything else
    static void check(HubAccess access, URI at, HttpResponse<?> response, String what) throws PassingFailure {
        int status = response.statusCode();
        if (status == 429 || status == 408 || status >= 500) {
            throw new PassingFailure(
                    at.getHost() + (status == 429 ? " is asked too often" : " is out of order") + " (" + status + ")",
                    retryAfter(response.headers().firstValue("Retry-After").orElse("")));
        }
        throw refusal(access, status, what);
    }

    static HubException refusal(HubAccess access, int status, String what) {
        String host = access.hub().address().getHost();
        return new HubException(switch (status) {
            // Hugging Face answers 401, not 404, for what is not there, lest names of private ones leak.
            case 401 -> host + " has no public checkpoint " + what + " (401). Check its name and revision; if it is one"
                    + " for members only, " + (access.token() == null
                            ? "put an access token into the variable HF_TOKEN."
                            : "the access token in the variable HF_TOKEN does not open it: check the token.");
            case 403 -> host + " does not give out " + what + " (403). It may ask to agree to a licence on its pages"
                    + " first; then put an access token into the variable HF_TOKEN.";
            case 404 -> host + " has no " + what + " (404). Check the name, the revision and the hub’s address.";
            case 407 -> "The proxy on the way to " + host + " asks for a name and a password (407). Write it as"
                    + " http://NAME:PASSWORD@HOST:PORT.";
            default -> host + " answers " + what + " with status " + status
                    + ", which makes no sense here. Check the hub’s address.";
        });
    }

    /// Seconds, or a date.
    private static @Nullable Duration retryAfter(String header) {
        if (header.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        try {
            var wait = Duration.between(Instant.now(),
                    ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}

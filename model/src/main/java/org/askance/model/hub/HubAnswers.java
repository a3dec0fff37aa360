package org.askance.model.hub;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.askance.model.told.OfHub;
import org.askance.model.told.Told;
import org.jspecify.annotations.Nullable;

/// What a hub's refusals mean for people.
final class HubAnswers {

    private HubAnswers() {}

    /// @param what names what was asked for
    /// @throws PassingFailure for what a later attempt may mend: busy, overloaded, out of order
    /// @throws HubException   for everything else
    static void check(HubAccess access, URI at, HttpResponse<?> response, Told what) throws PassingFailure {
        int status = response.statusCode();
        if (status == 429 || status == 408 || status >= 500) {
            throw new PassingFailure(
                    (status == 429 ? OfHub.TOO_OFTEN : OfHub.OUT_OF_ORDER).with(at.getHost(), status),
                    retryAfter(response.headers().firstValue("Retry-After").orElse("")));
        }
        throw refusal(access, status, what);
    }

    static HubException refusal(HubAccess access, int status, Told what) {
        String host = access.hub().address().getHost();
        return new HubException(switch (status) {
            // Hugging Face answers 401, not 404, for what is not there, lest names of private ones leak.
            case 401 -> (access.token() == null ? OfHub.NOT_PUBLIC : OfHub.TOKEN_UNFIT).with(host, what);
            case 403 -> OfHub.NOT_GIVEN.with(host, what);
            case 404 -> OfHub.NOT_THERE.with(host, what);
            case 407 -> OfHub.PROXY_ASKS.with(host);
            default -> OfHub.OTHER_STATUS.with(host, what, status);
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

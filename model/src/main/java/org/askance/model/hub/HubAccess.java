package org.askance.model.hub;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a hub is reached.
///
/// @param token told to the hub itself, and to no other host, as who is asking; `null` for public checkpoints
public record HubAccess(Hub hub, Proxies proxies, @Nullable String token, Patience patience) {

    /// Holds the access token of people who have one.
    private static final String TOKEN = "HF_TOKEN";

    /// @param proxy `null` for the system's
    public static HubAccess of(Hub hub, @Nullable ProxyAddress proxy) {
        return new HubAccess(hub, proxy == null ? Proxies.ofSystem() : Proxies.always(proxy),
                Optional.ofNullable(System.getenv(TOKEN)).map(String::strip).filter(token -> !token.isEmpty())
                        .orElse(null),
                Patience.usual());
    }

    /// Without the token.
    @Override
    public String toString() {
        return hub.address().toString();
    }
}

package org.askance.model.hub;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.askance.model.told.OfHub;
import org.jspecify.annotations.Nullable;

/// A web proxy.
///
/// @param login `name:password` if it asks for them
public record ProxyAddress(String host, int port, @Nullable String login) {

    private static final int USUAL_PORT = 8080;

    /// @param text `HOST:PORT` or `http://NAME:PASSWORD@HOST:PORT`
    /// @throws HubException if it is neither
    public static ProxyAddress of(String text) {
        try {
            var uri = new URI(text.contains("://") ? text.strip() : "http://" + text.strip());
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                var login = uri.getRawUserInfo();
                return new ProxyAddress(uri.getHost(), uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
                        login == null ? null : URLDecoder.decode(login.replace("+", "%2B"), StandardCharsets.UTF_8));
            }
        } catch (URISyntaxException | IllegalArgumentException _) {
            // Said below, as for every other address that cannot be used. Not its text: it may hold a password.
        }
        throw new HubException(OfHub.NO_PROXY_ADDRESS.with());
    }

    Proxy proxy() {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }

    /// What the proxy is told when it asks who we are; `null` if it need not be told.
    @Nullable
    String authorization() {
        return login == null
                ? null
                : "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    /// Without the password, as it may be shown and kept.
    @Override
    public String toString() {
        return (login == null ? "" : login.split(":", 2)[0] + "@") + host + ":" + port;
    }
}

package org.askance.model.hub;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.askance.model.told.OfHub;
import org.jspecify.annotations.Nullable;

/// Which proxy leads to which address. Safe from any thread.
@FunctionalInterface
public interface Proxies {

    /// @return empty if `uri` is reached without one
    Optional<ProxyAddress> to(URI uri);

    /// None at all.
    static Proxies none() {
        return _ -> Optional.empty();
    }

    /// One for everything.
    static Proxies always(ProxyAddress proxy) {
        return _ -> Optional.of(proxy);
    }

    /// As the user's system says: the variables `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy` first,
    /// then the desktop's settings, as far as Java sees them.
    static Proxies ofSystem() {
        return ofSystem(System.getenv(), ProxySelector.getDefault());
    }

    /// As [#ofSystem()] for another environment.
    static Proxies ofSystem(Map<String, String> environment, @Nullable ProxySelector desktop) {
        return uri -> {
            if (Hub.isThisMachine(uri) || isExempt(uri, variable(environment, "no_proxy").orElse(""))) {
                return Optional.empty();
            }
            return named(environment, uri.getScheme().toLowerCase(Locale.ROOT) + "_proxy")
                    .or(() -> named(environment, "all_proxy"))
                    .or(() -> Optional.ofNullable(desktop).flatMap(selector -> selected(selector, uri)));
        };
    }

    private static Optional<ProxyAddress> named(Map<String, String> environment, String name) {
        try {
            return variable(environment, name).map(ProxyAddress::of);
        } catch (HubException e) {
            throw new HubException(OfHub.VARIABLE_UNUSABLE.with(name, e.told()), e);
        }
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        Function<String, Optional<String>> value = key -> Optional.ofNullable(environment.get(key))
                .filter(text -> !text.isBlank());
        return value.apply(name).or(() -> value.apply(name.toUpperCase(Locale.ROOT)));
    }

    private static Optional<ProxyAddress> selected(ProxySelector selector, URI uri) {
        return selector.select(uri).stream()
                .filter(proxy -> proxy.type() == Proxy.Type.HTTP && proxy.address() instanceof InetSocketAddress)
                .map(proxy -> (InetSocketAddress) proxy.address())
                .map(address -> new ProxyAddress(address.getHostString(), address.getPort(), null)).findFirst();
    }

    /// @param exempt `no_proxy`: hosts and domains with commas between; `*` is all
    private static boolean isExempt(URI uri, String exempt) {
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        return Arrays.stream(exempt.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .map(one -> one.replaceFirst("^\\*?\\.", ""))
                .map(one -> one.replaceFirst(":\\d+$", ""))
                .anyMatch(one -> one.equals("*") || (!one.isEmpty() && (host.equals(one) || host.endsWith("." + one))));
    }
}

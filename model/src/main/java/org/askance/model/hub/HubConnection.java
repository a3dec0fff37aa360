package org.askance.model.hub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import org.askance.model.told.OfHub;
import org.askance.model.told.Told;
import org.jspecify.annotations.Nullable;

/// Asks the hub over HTTP: through the proxy, after every redirect, with the token for the hub alone. One
/// thread at a time.
final class HubConnection implements AutoCloseable {

    static {
        // Java sends no password to a proxy that tunnels https unless told so. Read once, at the first request.
        if (System.getProperty("jdk.http.auth.tunneling.disabledSchemes") == null) {
            System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        }
    }

    private static final int MOST_REDIRECTS = 10;
    private static final int MOST_LIST_BYTES = 16 << 20;
    private static final long LOOK_MS = 50;
    private static final int NOT_MODIFIED = 304;

    /// An answer whose body has not been taken yet.
    record Answer(int status, java.net.http.HttpHeaders headers, Flow.Publisher<List<ByteBuffer>> body) {}

    /// @param link its `Link` header; empty if there is none
    record Text(String text, String link) {}

    private final HubAccess access;
    private final BooleanSupplier cancelled;
    private final HttpClient client;
    private boolean reached;

    HubConnection(HubAccess access, BooleanSupplier cancelled) {
        this.access = access;
        this.cancelled = cancelled;
        // HTTP/1.1: one connection that the line's whole width goes to, and breaks that show at once.
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(access.patience().connect())
                .proxy(new Selector(access.proxies())).build();
    }

    /// @param what names it, if it is not there
    Text text(URI uri, Told what) throws PassingFailure {
        var answer = get(uri, Map.of("Accept", "application/json"), what);
        if (answer.status != 200) {
            Body.drop(answer.body);
            throw HubAnswers.refusal(access, answer.status, what);
        }
        var bytes = new ByteArrayOutputStream();
        Body.take(answer.body, Channels.newChannel(bytes), MOST_LIST_BYTES, access.patience().stall(), cancelled,
                _ -> {});
        return new Text(bytes.toString(StandardCharsets.UTF_8), answer.headers.firstValue("Link").orElse(""));
    }

    /// Asks for `uri` and follows redirects. Answers 200, 206 and 416 are the caller's.
    ///
    /// @throws PassingFailure for what a later attempt may mend
    /// @throws HubException   for what it will not
    Answer get(URI uri, Map<String, String> headers, Told what) throws PassingFailure {
        var at = uri;
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            var response = send(request(at, headers), at);
            reached = true;
            int status = response.statusCode();
            if (status == 200 || status == 206 || status == 416) {
                return new Answer(status, response.headers(), response.body());
            }
            Body.drop(response.body());
            if (status < 300 || status >= 400 || status == NOT_MODIFIED) {
                HubAnswers.check(access, at, response, what);
            }
            at = redirected(at, response.headers().firstValue("Location").orElse(""));
        }
        throw new HubException(OfHub.NO_END.with(what));
    }

    private HttpRequest request(URI at, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(at).header("User-Agent", "Askance").header("Accept-Encoding", "identity");
        headers.forEach(request::header);
        if (access.token() != null && access.hub().serves(at) && Hub.isPrivate(at)) {
            request.header("Authorization", "Bearer " + access.token());
        }
        access.proxies().to(at).map(ProxyAddress::authorization)
                .ifPresent(login -> request.header("Proxy-Authorization", login));
        return request.build();
    }

    private static URI redirected(URI from, String location) {
        try {
            var to = from.resolve(location);
            if (!location.isEmpty() && to.getHost() != null
                    && ("https".equals(to.getScheme()) || from.getScheme().equals(to.getScheme()))) {
                return to;
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw new HubException(OfHub.NOT_TRUSTED.with(from.getHost(), location));
    }

    private HttpResponse<Flow.Publisher<List<ByteBuffer>>> send(HttpRequest request, URI at) throws PassingFailure {
        var answering = client.sendAsync(request, BodyHandlers.ofPublisher());
        long end = System.nanoTime() + access.patience().answer().toNanos();
        try {
            while (true) {
                try {
                    return answering.get(LOOK_MS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException _) {
                    stopIfNeeded(answering, at, end);
                }
            }
        } catch (InterruptedException _) {
            answering.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            throw failure(at, e.getCause());
        }
    }

    private void stopIfNeeded(CompletableFuture<?> answering, URI at, long end) throws PassingFailure {
        if (cancelled.getAsBoolean()) {
            answering.cancel(true);
            throw new CancellationException();
        }
        if (System.nanoTime() > end) {
            answering.cancel(true);
            throw new PassingFailure(OfHub.NO_ANSWER.with(at.getHost()), (Throwable) null);
        }
    }

    /// @return for what will not mend by itself, throws instead
    private PassingFailure failure(URI at, @Nullable Throwable cause) {
        var via = access.proxies().to(at);
        var host = via(Told.plain(at.getHost()), via);
        return switch (cause) {
            case SSLException unsafe -> throw new HubException(OfHub.NOT_SAFE.with(host,
                    Told.plain(unsafe.getMessage())), unsafe);
            case IOException refused when String.valueOf(refused.getMessage()).startsWith("Tunnel failed") ->
                throw new HubException(OfHub.REFUSED_THERE.with(host, Told.plain(refused.getMessage())), refused);
            case IOException broken when isUnreachable(broken) -> unreachable(at, via, broken);
            case IOException broken -> new PassingFailure(OfHub.BROKE_OFF_TO.with(at.getHost()), broken);
            case null -> throw new IllegalStateException("failed without a cause");
            case RuntimeException ours -> throw ours;
            default -> throw new IllegalStateException(cause);
        };
    }

    /// Once the hub has answered, its absence may pass; at the very start, waiting would only delay the news.
    private PassingFailure unreachable(URI at, Optional<ProxyAddress> via, IOException cause) {
        boolean unknown = hasCause(cause, UnresolvedAddressException.class)
                || hasCause(cause, UnknownHostException.class);
        var host = via(Told.plain(at.getHost() + (at.getPort() < 0 ? "" : ":" + at.getPort())), via);
        if (reached) {
            return new PassingFailure((unknown ? OfHub.NAME_UNKNOWN : OfHub.NO_CONNECTION).with(host), cause);
        }
        throw new HubException((via.isEmpty()
                ? unknown ? OfHub.UNKNOWN : OfHub.UNREACHABLE
                : unknown ? OfHub.UNKNOWN_VIA : OfHub.UNREACHABLE_VIA).with(host), cause);
    }

    private static Told via(Told host, Optional<ProxyAddress> proxy) {
        return proxy.map(through -> OfHub.VIA.with(host, through)).orElse(host);
    }

    private static boolean isUnreachable(IOException failure) {
        return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException
                || failure instanceof NoRouteToHostException || hasCause(failure, UnresolvedAddressException.class)
                || hasCause(failure, UnknownHostException.class);
    }

    private static boolean hasCause(Throwable failure, Class<?> type) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (type.isInstance(one)) {
                return true;
            }
        }
        return false;
    }

    /// Cuts what is under way: a close would wait for it.
    @Override
    public void close() {
        client.shutdownNow();
    }

    private static final class Selector extends ProxySelector {
        private final Proxies proxies;

        Selector(Proxies proxies) {
            this.proxies = proxies;
        }

        @Override
        public List<java.net.Proxy> select(URI uri) {
            return List.of(proxies.to(uri).map(ProxyAddress::proxy).orElse(java.net.Proxy.NO_PROXY));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            // Said where the failure arrives.
        }
    }
}

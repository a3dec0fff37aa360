package org.askance.model.hub;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.askance.model.told.OfHub;

/// Where checkpoints are published: Hugging Face, or a mirror with the same paths.
///
/// @param address  without a slash at its end; may have a path
/// @param revision a branch, tag or commit
public record Hub(URI address, String revision) {

    public static final String USUAL_ADDRESS = "https://huggingface.co";
    public static final String USUAL_REVISION = "main";

    private static final Pattern REPOSITORY = Pattern
            .compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)?");

    /// @param address as people type it; without a scheme, https is meant
    /// @throws HubException if it is no web address
    public static Hub of(String address, String revision) {
        String text = address.strip().replaceAll("/+$", "");
        try {
            var uri = new URI(text.contains("://") ? text : "https://" + text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() != null && (scheme.equals("https") || scheme.equals("http"))
                    && uri.getRawQuery() == null && uri.getRawFragment() == null) {
                return new Hub(uri, revision.isBlank() ? USUAL_REVISION : revision.strip());
            }
        } catch (URISyntaxException _) {
            // Said below, as for every other address that cannot be used.
        }
        throw new HubException(OfHub.NO_HUB_ADDRESS.with(address, USUAL_ADDRESS));
    }

    /// The list of all files of `repository`.
    URI list(String repository) {
        return URI.create(address + "/api/models/" + path(checked(repository)) + "/tree/" + segment(revision)
                + "?recursive=true");
    }

    /// One file of `repository`.
    URI file(String repository, String file) {
        return URI.create(
                address + "/" + path(checked(repository)) + "/resolve/" + segment(revision) + "/" + path(file));
    }

    /// Whether `uri` is served by the hub itself, not by a host that it sends us to.
    boolean serves(URI uri) {
        return origin(uri).equals(origin(address));
    }

    /// Whether what is sent to `uri` cannot be read on the way: encrypted, or never leaving this machine.
    static boolean isPrivate(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme()) || isThisMachine(uri);
    }

    static boolean isThisMachine(URI uri) {
        String host = String.valueOf(uri.getHost());
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private static String origin(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }

    /// Whether `name` can be the name of a repository: `owner/name`, or a bare name of the old kind.
    public static boolean isRepository(String name) {
        return REPOSITORY.matcher(name).matches() && !name.contains("..");
    }

    private static String checked(String repository) {
        if (!isRepository(repository)) {
            throw new HubException(OfHub.NO_NAME.with(repository));
        }
        return repository;
    }

    private static String path(String path) {
        return Arrays.stream(path.split("/", -1)).map(Hub::segment).collect(Collectors.joining("/"));
    }

    private static String segment(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

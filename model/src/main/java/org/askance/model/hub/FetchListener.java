package org.askance.model.hub;

/// Hears how far a fetch is, and says when it should stop. Called on the fetching thread.
public interface FetchListener {

    /// @param done  bytes of the checkpoint that have come; falls back if a server makes us start over
    /// @param total bytes of all files that are needed
    void fetching(long done, long total);

    /// Files are being compared with their hashes.
    void checking(long done, long total);

    /// The connection failed; it is tried again in a moment.
    void waiting();

    boolean isCancelled();
}

package org.askance.app.work;

/// The progress of one part of a job.
///
/// @param from share of the job that was done before it
/// @param to   share of the job that is done after it
record ProgressPart(Progress whole, double from, double to) implements Progress {

    private static final int STEPS = 1_000;

    @Override
    public void update(long done, long total) {
        if (total > 0) {
            whole.update(Math.round(STEPS * (from + (to - from) * Math.min(done, total) / total)), STEPS);
        } else {
            whole.update(0, 0);
        }
    }

    @Override
    public boolean isCancelled() {
        return whole.isCancelled();
    }
}

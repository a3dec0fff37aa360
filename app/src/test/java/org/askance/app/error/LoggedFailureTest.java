package org.askance.app.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.askance.storage.sql.StorageException;
import org.junit.jupiter.api.Test;

class LoggedFailureTest {

    private static final String TWEET = "I just love waiting in the rain";

    @Test
    void noTweetThatALibraryQuotesGetsIntoTheLog() {
        var quoting = new IllegalArgumentException("Unexpected token: " + TWEET,
                new IOException("at \"" + TWEET + "\"", new StringIndexOutOfBoundsException(-1)));
        assertThat(LoggedFailure.of(quoting)).doesNotContain(TWEET, "token")
                .contains("java.lang.IllegalArgumentException (49 characters kept out of the log)")
                .contains("Caused by: java.io.IOException (")
                .contains("Caused by: java.lang.StringIndexOutOfBoundsException: ")
                .contains("\tat " + LoggedFailureTest.class.getName() + ".noTweet");
    }

    @Test
    void whatNamesFilesIsKept() {
        assertThat(LoggedFailure.of(new StorageException("p/project.db cannot be written: the disk is full.",
                new NoSuchFileException("p/project.db"))))
                .contains("StorageException: p/project.db cannot be written: the disk is full.")
                .contains("NoSuchFileException: p/project.db");
    }

    @Test
    void causesThatGoRoundInACircleEnd() {
        var first = new IllegalStateException();
        var second = new IllegalStateException(first);
        first.initCause(second);
        assertThat(LoggedFailure.of(first).lines().filter(line -> line.startsWith("Caused by"))).hasSize(7);
    }
}

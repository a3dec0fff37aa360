package org.askance.storage.exchange;

/// A picture that lies within a source.
///
/// @param name as the source calls it, perhaps empty
public record EmbeddedImage(String name, byte[] bytes) {

    /// Whether `bytes` begin as a JPEG, PNG, GIF, WebP, BMP or TIFF does.
    static boolean isPicture(byte[] bytes) {
        return begins(bytes, 0, 0xFF, 0xD8, 0xFF) || begins(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')
                || begins(bytes, 0, 'G', 'I', 'F', '8')
                || (begins(bytes, 0, 'R', 'I', 'F', 'F') && begins(bytes, 8, 'W', 'E', 'B', 'P'))
                || begins(bytes, 0, 'I', 'I', '*', 0) || begins(bytes, 0, 'M', 'M', 0, '*')
                || (begins(bytes, 0, 'B', 'M') && begins(bytes, 2, bytes.length & 0xFF, (bytes.length >> 8) & 0xFF,
                        (bytes.length >> 16) & 0xFF, (bytes.length >> 24) & 0xFF));
    }

    private static boolean begins(byte[] bytes, int from, int... marks) {
        if (bytes.length < from + marks.length) {
            return false;
        }
        for (int i = 0; i < marks.length; i++) {
            if ((bytes[from + i] & 0xFF) != marks[i]) {
                return false;
            }
        }
        return true;
    }
}

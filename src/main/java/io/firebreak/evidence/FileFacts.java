package io.firebreak.evidence;

/**
 * What is known of a file without its bytes.
 *
 * @param name made safe: one line, no path, the ending of what the file is; null when the law took the content away
 * @param mediaType as the bytes say it, not the name
 * @param size in bytes
 */
public record FileFacts(String name, String mediaType, int size) {}

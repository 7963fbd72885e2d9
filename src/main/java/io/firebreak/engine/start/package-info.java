/** What has to be in place before Firebreak takes its first request. */
package io.firebreak.engine.start;

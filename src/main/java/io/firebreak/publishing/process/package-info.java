/** Where the engine and the record of publications meet: the record leads, the tokens follow. */
package io.firebreak.publishing.process;

/** Where the engine and the verification of authors meet: thin steps of the diagram {@code VerifyAuthor}. */
package io.firebreak.author.process;

/** Where the engine and the reactions meet. */
package io.firebreak.reaction.process;

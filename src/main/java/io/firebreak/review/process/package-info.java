/** Where the engine and the review meet. */
package io.firebreak.review.process;

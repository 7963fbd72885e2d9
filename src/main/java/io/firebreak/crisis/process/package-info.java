/** Where the engine and the case meet: thin steps of the diagram {@code SocialMediaCrisis}. */
package io.firebreak.crisis.process;

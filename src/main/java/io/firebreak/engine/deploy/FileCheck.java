package io.firebreak.engine.deploy;

import java.util.List;

/** Finds what is wrong with one kind of file of a bundle. */
interface FileCheck {

    /** The suffix of the files that it checks, without the dot. */
    String suffix();

    List<BundleProblem> check(String path, byte[] content, Bundle bundle);
}

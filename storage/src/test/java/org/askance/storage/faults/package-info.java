/// What happens to a project when disks fill, programs die, pages rot and two want to write at once.
@NullMarked
package org.askance.storage.faults;

import org.jspecify.annotations.NullMarked;

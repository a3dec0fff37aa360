/// The bundled dataset "Postcards": image–tweet pairs drawn and worded from one seed.
///
/// [Postcards] makes single pairs, each on its own and in any order; [PostcardsWriter] puts many of them into a
/// folder. Nothing here keeps state, so everything may be called from any thread. No window system is needed.
@NullMarked
package org.askance.assets.postcards;

import org.jspecify.annotations.NullMarked;

/// Markdown as nodes of ours: headings, lists, tables, code, pictures, links that can be followed. FX thread.
@NullMarked
package org.askance.app.ui.markdown;

import org.jspecify.annotations.NullMarked;

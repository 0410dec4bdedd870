/** What goes out in the place of what Komas wrote: with its PDF in it; made and recorded before the first attempt. */
package io.github.komaseconnect.payload;

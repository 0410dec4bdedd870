/** Hooks by HTTP. */
package io.github.komaseconnect.hook.http;

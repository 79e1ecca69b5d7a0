//! Views: props in, messages out. Nothing here calls the browser, so every state renders on the server too.

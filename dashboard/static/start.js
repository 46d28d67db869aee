// Runs before Streamlit's own code.
window.prerenderReady = false;
// Otherwise Streamlit guesses its place from the path, and an address two levels deep never connects.
window.__streamlit = { ...window.__streamlit, BACKEND_BASE_URL: window.location.origin };
// Dates and numbers in widgets follow the browser's language.
Object.defineProperty(navigator, "language", { get: () => "nb-NO" });
Object.defineProperty(navigator, "languages", { get: () => ["nb-NO", "nb", "no"] });

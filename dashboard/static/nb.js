// Streamlit's own words in bokmål. Streamlit has no translations (its issue 1353); our own text (.mb) is left alone.
const WORDS = {
  "Skip to main content": "Hopp til hovedinnhold",
  "Main menu": "Hovedmeny",
  "Print": "Skriv ut",
  "Settings": "Innstillinger",
  "Close": "Lukk",
  "Clear": "Tøm",
  "Clear value": "Tøm",
  "Open": "Åpne",
  "Cancel": "Avbryt",
  "Stop": "Stopp",
  "Running...": "Henter …",
  "Connecting": "Kobler til",
  "Please wait...": "Vent litt …",
  "No results": "Ingen treff",
  "No results found": "Ingen treff",
  "No options to select.": "Ingen å velge mellom.",
  "No options to select": "Ingen å velge mellom",
  "Select an option": "Velg",
  "Choose an option": "Velg",
  "Choose options": "Velg",
  "Page not found": "Fant ikke siden",
  "Connection error": "Ingen kontakt med Målbilde",
  "Collapse sidebar": "Skjul menyen",
  "Expand sidebar": "Vis menyen",
  "Close sidebar": "Skjul menyen",
  "Open sidebar": "Vis menyen",
  "View more": "Vis flere",
  "View less": "Vis færre",
  "Logo": "Målbilde",
  "App": "Målbilde",
  "Sidebar": "Meny",
  "Main content": "Innhold",
  "Page navigation": "Sider",
  "App pages": "Sider",
  "Navigate to home page": "Til forsiden",
  "Dismiss": "Lukk",
  "Loading...": "Henter …",
};
const PATTERNS = [
  [/^(\d+) (?:options?|results?) available\.?$/, "$1 treff."],
  [/^Selected (.*)\. (.*)$/, "Valgt: $1. $2"],
  [/^You have requested page .*, but no corresponding file was found.*$/s, "Siden finnes ikke. Du ser forsiden i stedet."],
  [/^The page that you have requested does not seem to exist\. .*$/s, "Siden finnes ikke. Du ser forsiden i stedet."],
  [/^Is Streamlit still running\?.*$/s, "Siden venter på serveren. Si fra til den som drifter Målbilde hvis det varer."],
];
const ATTRIBUTES = ["aria-label", "placeholder", "title", "alt"];

function inNorwegian(text) {
  const word = text.trim();
  if (Object.hasOwn(WORDS, word)) return text.replace(word, WORDS[word]);
  for (const [pattern, words] of PATTERNS) if (pattern.test(word)) return word.replace(pattern, words);
  return text;
}

function translateElement(element) {
  for (const name of ATTRIBUTES) {
    const found = element.getAttribute?.(name);
    if (!found) continue;
    const words = inNorwegian(found);
    if (words !== found) element.setAttribute(name, words);
  }
}

function translate(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const words = inNorwegian(node.data);
    if (words !== node.data) node.data = words;
  } else if (node.nodeType === Node.ELEMENT_NODE && !node.closest(".mb")) {
    translateElement(node);
    node.childNodes.forEach(translate);
  }
}

new MutationObserver((changes) => {
  for (const change of changes) {
    if (change.type === "attributes") translateElement(change.target);
    else if (change.type === "characterData") translate(change.target);
    else change.addedNodes.forEach((node) => node.parentElement?.closest(".mb") || translate(node));
  }
}).observe(document.documentElement, {
  subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
});
translate(document.documentElement);

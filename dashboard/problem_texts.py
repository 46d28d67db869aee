"""Every problem's sentence and remedy in bokmål. A part in ⟦name|…⟧ is said only when there is a value for it."""

_LOOK = "Rett cellen i fila og les den inn på nytt."
_YAML = "Rett linja og kjør maalbilde check på nytt."

_HOME = {
    "no_home": (
        "Det er ikke laget noe hjem i {found}.",
        "Kjør maalbilde init --name «Navnet på kommunen», eller oppgi en annen mappe med --home.",
    ),
    "home_exists": ("Det finnes allerede et hjem i {found}.", "Velg en annen mappe med --home. Ingenting er endret."),
    "home_is_real": (
        "Hjemmet i {found} er ikke eksempelkommunen.",
        "Oppdiktede tall blandes aldri med ekte. Velg en annen mappe med --home.",
    ),
    "nothing_published": ("Det er ingen tall på tavla ennå.", "Les inn filer med maalbilde import."),
    "reason_too_short": (
        "Begrunnelsen er for kort.",
        "Skriv minst {expected} tegn. Den står i loggen med navnet ditt.",
    ),
    "no_such_format": ("Formatet «{found}» finnes ikke.", "Bruk ett av disse: {expected}."),
    "no_such_file": ("Fila finnes ikke.", "Se etter skrivefeil i navnet."),
    "bad_clock": ("MAALBILDE_TODAY er «{found}», som ikke er en dato.", "Skriv den som 2026-10-31."),
    "own_error": (
        "Det er en feil i Målbilde.⟦found| {found}⟧",
        "Ingenting er endret. Meld fra til dem som drifter løsningen.",
    ),
    "unknown_format": (
        "Ingen formater passer til overskriftene i fila.",
        "Bruk en mal (maalbilde template), eller lag en formatfil. Kjente formater: {expected}.",
    ),
    "ambiguous_format": (
        "Flere formater passer like godt: {expected}.",
        "Si hvilket det er med --format.",
    ),
}

_FILE = {
    "missing_file": ("Fila finnes ikke.", "Se etter skrivefeil i navnet. settings.yaml må ligge i hjemmet."),
    "not_readable": ("Fila kan ikke åpnes.", "Gi tilgang til å lese den."),
    "unreadable_file": ("Fila kan ikke åpnes.", "Lukk den i andre programmer, eller gi tilgang til å lese den."),
    "not_utf8": ("Fila har et annet tegnsett enn UTF-8.", "Lagre den som UTF-8."),
    "empty_file": ("Fila er tom.", "Ta ut rapporten på nytt."),
    "bad_yaml": ("Fila kan ikke leses som YAML.", "Se etter tabulator, innrykk og kolon. " + _YAML),
    "duplicate_key": ("Feltet «{found}» står to ganger.⟦first| Det står også på linje {first}.⟧", _YAML),
    "wrong_file_ending": ("Fila slutter på {found}.", "Gi den endelsen {expected}."),
    "unknown_folder": ("Mappa «{found}» brukes ikke.", "Bruk {expected}.⟦nearest| Mente du {nearest}?⟧"),
    "id_is_not_file_name": ("Fila kaller seg «{found}».", "Navnet inni må være det samme som filnavnet: {expected}."),
    "file_too_large": ("Fila er for stor.", "Del den opp. Største tillatte er {megabytes} MB."),
    "sheet_too_large": ("Arket strekker seg til celle {found}.", "Slett det som står langt unna tabellen, og lagre på nytt."),
    "encrypted_file": ("Fila er låst med passord.", "Fjern passordet og lagre på nytt."),
    "unreadable_workbook": ("Arbeidsboka er ødelagt.", "Åpne den i regnearket og lagre den på nytt."),
    "unreadable_text": ("Fila er verken et regneark eller tekst.", "Lagre den som CSV eller XLSX."),
    "broken_quotes": ("Et anførselstegn mangler sin make.", "Rett raden og les inn på nytt."),
    "missing_sheet": ("Arket «{expected}» finnes ikke.⟦found| Fila har {found}.⟧", "Rett navnet i fila eller i formatet."),
    "header_not_found": ("Fant ingen rad med overskriftene.", "Overskriftene skal være {expected}."),
    "missing_column": (
        "Kolonnen mangler. Godtatte overskrifter: {expected}.⟦found| Nærmeste er «{found}».⟧",
        "Rett overskriften i fila, eller legg den til i formatet.",
    ),
    "duplicate_heading": ("Overskriften «{found}» står to ganger.", "Slett eller gi nytt navn til den ene."),
    "row_too_long": ("Raden har flere celler enn det er overskrifter ({expected}).", "Se etter et desimalkomma i en kommadelt fil."),
    "data_after_empty_row": ("Det står tall under en tom rad.", "Slett den tomme raden, eller det som står under."),
    "no_rows": ("Det er ingen rader under overskriftene.", "Ta ut rapporten på nytt."),
    "format_lacks_field": ("Formatet {format} mangler {expected}.", "Rett formatfila."),
}  # fmt: skip

_CELL = {
    "missing_value": ("Cellen er tom.", _LOOK),
    "unreadable_number": ("⟦found|«{found}» er ikke et tall.⟧", "Skriv et tall, for eksempel 12,5. " + _LOOK),
    "ambiguous_number": ("⟦found|«{found}» kan være {one} eller {two}.⟧", "Si i formatet om desimaltegnet er komma eller punktum."),
    "number_too_large": ("⟦found|«{found}» er større enn {expected}.⟧", _LOOK),
    "negative_number": ("⟦found|«{found}» er mindre enn null.⟧", _LOOK),
    "not_whole_number": ("⟦found|«{found}» er ikke et helt tall.⟧", _LOOK),
    "unreadable_period": ("⟦found|«{found}» er ikke en periode.⟧", "Skriv den som {expected}."),
    "unreadable_date": ("⟦found|«{found}» er ikke en dato.⟧", "Skriv den som {expected}."),
    "unreadable_yes_no": ("⟦found|«{found}» er verken ja eller nei.⟧", "Skriv {expected}."),
    "unknown_kind": ("⟦found|«{found}» er ikke kjent her.⟧", "Skriv {expected}."),
    "unknown_factor": ("⟦found|«{found}» er ingen av de ti faktorene.⟧", "⟦expected|Mente du {expected}?⟧"),
    "out_of_scale": ("⟦found|«{found}» er utenfor skalaen {expected}.⟧", _LOOK),
    "position_percent_out_of_range": ("Stillingsprosenten er utenfor {expected}.", _LOOK),
    "percent_looks_like_share": ("Stillingsprosentene ser ut som andeler (1 for hel stilling).", "Skriv 100 for hel stilling."),
    "duplicate_row": ("Samme enhet og periode står på rad {first} med andre tall.", "Slett den ene raden."),
    "repeated_row": ("Samme rad står også på rad {first}. Den er talt én gang.", ""),
    "numerator_above_denominator": ("Telleren {found} er større enn nevneren {expected}.", _LOOK),
    "answered_above_invited": ("{found} svar er flere enn {expected} inviterte.", _LOOK),
    "invited_differs": ("Antall inviterte er et annet enn på rad {first}.", _LOOK),
    "dates_differ": ("Datoen er en annen enn på rad {first}.", "Lag én fil per dato."),
    "leaver_outside_coverage": ("Avgangen ligger utenfor det lista dekker.", "Legg til en dekningsrad for enheten og måneden."),
    "coverage_overlaps": ("Enheten og måneden er dekket to ganger, også på rad {first}.", "Slett den ene raden."),
    "coverage_without_headcount": ("Dekningsraden mangler antall ansatte.", _LOOK),
    "employment_left_out": ("{rows} rader har et ansettelsesforhold som ikke telles.", "Formatet teller {expected}."),
    "unit_differs": ("Enheten {unit} har et annet navn eller en annen plass enn på rad {first}.", _LOOK),
    "ends_before_start": ("Enheten slutter før den begynner.", _LOOK),
    "unknown_selection": ("«{found}» er ikke et utvalg i formatet.", "Legg utvalget til i formatfila."),
    "missing_question": ("Spørsmålet «{expected}» finnes ikke i fila.", "Rett formatfila."),
    "stated_mean_differs": ("Fila oppgir snittet {found}, men svarene gir {expected}.", "Er skalaen snudd? Si det i formatet."),
}  # fmt: skip

_TOGETHER = {
    "unknown_unit": (
        "Enheten⟦found| «{found}»⟧ finnes ikke.⟦suggestion| Mente du {suggestion}?⟧",
        "Rett koden, eller les inn organisasjonen først.",
    ),
    "unit_not_valid": (
        "Enheten finnes ikke i den perioden⟦found| ({found})⟧.",
        "⟦valid_from|Den gjelder fra {valid_from}. ⟧⟦valid_to|Den gjelder til {valid_to}. ⟧Rett enhet eller periode.",
    ),
    "future_period": ("Perioden⟦found| {found}⟧ har ikke begynt ennå.", "Rett perioden.⟦today| I dag er {today}.⟧"),
    "overlapping_periods": (
        "Perioden⟦found| {found}⟧ overlapper en som allerede er levert⟦other| ({other})⟧.",
        "Lever enten måneder eller kvartaler for samme tid, ikke begge.",
    ),
    "people_zero_with_amounts": (
        "Enheten⟦found| {found}⟧ har null personer, men likevel tall.",
        "Den regnes som om antallet mangler, og skjermes. Rett antallet.",
    ),
    "people_not_given": ("Antall personer mangler.", "Uten antall skjermes tallet. Legg til kolonnen."),
    "children_exceed_parent": (
        "Enhetene under har til sammen flere enn enheten selv ({found}).",
        "Rett tallene. En rad på en overordnet enhet skal her omfatte alle under.",
    ),
    "unknown_parent": ("Overordnet enhet «{parent}» finnes ikke (enhet {found}).", "Rett koden, eller ta den med i fila."),
    "parent_not_valid": (
        "Overordnet enhet «{parent}» finnes ikke i {period} (enhet {found}).",
        "Rett datoene, eller flytt enheten til en annen overordnet.",
    ),
    "unit_circle": ("Enheten {found} ligger under seg selv.", "Rett overordnet enhet."),
    "several_tops": ("Flere enheter står øverst: {tops}.", "Bare kommunen selv kan mangle overordnet enhet."),
    "unknown_service_area": ("Tjenesteområdet «{service_area}» er ikke en enhet.", "Skriv koden til en enhet i treet."),
    "valid_to_before_from": ("Enheten {found} slutter før den begynner.", "Rett datoene."),
}  # fmt: skip

_FIELD = {
    "unknown_field": ("Feltet «{found}» finnes ikke.", "⟦nearest|Mente du «{nearest}»? ⟧" + _YAML),
    "missing_field": ("Feltet «{expected}» mangler.", _YAML),
    "empty_field": ("Feltet er tomt.", _YAML),
    "not_text": ("«{found}» må stå i anførselstegn.", _YAML),
    "not_a_number": ("«{found}» er ikke et tall.⟦comma| Bruk punktum som desimaltegn.⟧", _YAML),
    "not_a_whole_number": ("«{found}» er ikke et helt tall.", _YAML),
    "not_yes_or_no": ("«{found}» er verken true eller false.", _YAML),
    "not_a_date": ("«{found}» er ikke en dato. Skriv den som 2026-12-31.", _YAML),
    "not_one_of": ("«{found}» kan ikke stå her.", "Velg {expected}.⟦nearest| Mente du {nearest}?⟧"),
    "not_a_list": ("Her skal det stå en liste.", _YAML),
    "not_a_group": ("Her skal det stå felter med innrykk.", _YAML),
    "wrong_shape": ("«{found}» har feil form.", _YAML),
    "wrong_length": ("Her er det feil antall.", "⟦least|Minst {least}. ⟧⟦most|Høyst {most}. ⟧" + _YAML),
    "out_of_range": ("«{found}» er utenfor det som er lov ({expected}).", _YAML),
    "not_valid": ("«{found}» kan ikke brukes her.", _YAML),
}

_RULE = {
    "unknown_indicator": ("Indikatoren «{found}» finnes ikke.", "⟦nearest|Mente du {nearest}? ⟧Se maalbilde indicators."),
    "unknown_strategy": ("Strategien «{found}» finnes ikke.", "⟦nearest|Mente du {nearest}?⟧"),
    "unknown_family": ("Familien «{found}» finnes ikke.", "⟦nearest|Mente du {nearest}?⟧"),
    "family_within_itself": ("Familien «{found}» er en del av seg selv.", _YAML),
    "indicator_not_on_board": ("Indikatoren «{found}» vises ikke på tavla ennå.", "Målet står uten tall til den gjør det."),
    "limit_missing": ("Målet mangler måltall.", "Skriv limit, eller not_quantified: true når målet ikke er tallfestet."),
    "limit_not_wanted": ("Målet har et måltall ({found}) som ikke passer med resten.", "Fjern limit eller rett operator."),
    "upper_missing": ("Et mål med between trenger upper.", _YAML),
    "upper_not_wanted": ("Bare between har upper.", _YAML),
    "upper_below_limit": ("Øvre grense {found} er lavere enn nedre {limit}.", _YAML),
    "target_out_of_scale": ("Måltallet {found} er utenfor {expected}.", _YAML),
    "milestone_out_of_scale": ("Delmålet {found} er utenfor {expected}.", _YAML),
    "milestone_after_due": ("Delmålet {found} kommer etter fristen {due}.", _YAML),
    "milestone_beyond_target": ("Delmålet {found} er lenger unna enn målet {limit} selv.", _YAML),
    "milestone_without_limit": ("Målet har delmål, men ikke noe måltall.", _YAML),
    "milestone_twice": ("Det er to delmål for {found}.", _YAML),
    "due_is_not_strategy_end": ("Fristen {found} er ikke slutten på strategien ({expected}).", _YAML),
    "scope_twice": ("Målet gjelder både en enhet og en enhetstype.", "Velg én av dem."),
    "duplicate_target": ("Målet for «{found}» står to ganger.⟦first| Se linje {first}.⟧", _YAML),
    "goal_twice": ("Nummeret «{found}» er brukt to ganger.", _YAML),
    "strategy_ends_before_start": ("Strategien slutter før den begynner.", _YAML),
    "threshold_too_low": ("Grensa {found} er for lav.", "Den kan ikke være under {expected}."),
    "privacy_family_mixed": ("«{found}» passer ikke med {indicator} i samme familie ({expected}).", _YAML),
    "factor_twice": ("Navnet «{found}» brukes også av {indicator}.", _YAML),
    "scale_missing": ("Et snitt trenger scale.", "Skriv minste og største verdi, for eksempel [1, 5]."),
    "name_missing": ("Teksten på bokmål (nb) mangler.", _YAML),
    "origin_field_missing": ("Feltet «{expected}» mangler for {delivery}.", _YAML),
    "origin_field_not_wanted": ("Feltet «{found}» brukes ikke for {delivery}.", _YAML),
    "format_field_missing": ("Formatet mangler {expected} for {kind}.", _YAML),
    "unknown_format_field": ("Kolonnen «{found}» finnes ikke for {kind}.", "⟦nearest|Mente du {nearest}?⟧"),
}  # fmt: skip

TEXTS: dict[str, tuple[str, str]] = {**_HOME, **_FILE, **_CELL, **_TOGETHER, **_FIELD, **_RULE}
"""Code → (what is wrong, what to do)."""

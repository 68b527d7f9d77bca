"""One thing with two values: the title against the body, and powers of ten."""

import pytest
from prose import at_odds, checked, findings

from factcheck.drafts.sameness import finder as sameness


def article(title: str, body: str) -> str:
    return f"# {title}\n\n{body}\n"


# (language, title, body, kind, verdict)
JUDGED = [
    ("fr", "L'opérateur supprime 1 250 postes", "L'opérateur va supprimer 1 520 postes.", "agreement", "inconsistent"),
    ("fr", "L'opérateur supprime 1 500 postes", "L'opérateur va supprimer 1 520 postes.", "agreement", "consistent"),
    (
        "fr",
        "Le port gagne 26 milliards de dirhams",
        "Le port a gagné 26,2 milliards de dirhams.",
        "agreement",
        "consistent",
    ),
    (
        "fr",
        "Le port gagne 29 milliards de dirhams",
        "Le port a gagné 26,2 milliards de dirhams.",
        "agreement",
        "inconsistent",
    ),
    (
        "fr",
        "Un budget de région de 486 millions d'euros",
        "Le budget de la région est de 486 milliards d'euros.",
        "slip",
        "inconsistent",
    ),
    ("en", "Operator to cut 1,250 jobs", "The operator will cut 1,520 jobs.", "agreement", "inconsistent"),
    # so many digits swapped are no chance, though just one word is shared
    (
        "fr",
        "Aéroports : 23,7 millions de passagers, un record",
        "Les aéroports ont accueilli 32,7 millions de passagers en 2024.",
        "agreement",
        "inconsistent",
    ),
    (
        "en",
        "Fire burns 1,230 hectares",
        "Near the coast, the fire ravaged 1,320 hectares.",
        "agreement",
        "inconsistent",
    ),
    ("en", "Operator to cut 1,500 jobs", "The operator will cut 1,520 jobs.", "agreement", "consistent"),
    (
        "en",
        "Governor presents $486.2 million budget",
        "The governor presented a budget of $486.2 billion.",
        "slip",
        "inconsistent",
    ),
]

# (language, title, body): in other words, under another name, bare, or rounded
ECHOES = [
    ("fr", "Une récolte de 44 millions de quintaux", "Il estime la récolte à 44 millions de quintaux."),
    ("fr", "Ligue : 1,9 million de spectateurs", "Les matches ont attiré 1 912 500 spectateurs."),
    ("fr", "La ville a reçu 1,46 million de visiteurs", "Ici, 1,46 million de touristes ont dormi."),
    ("en", "Alliance takes seat by 3,159 votes", "Her majority is 3,159."),
    ("en", "Metro revenue crosses ₹900 crore", "The revenue grew to ₹915 crore."),
]

# (language, text, quotes)
IN_THE_BODY = [
    (
        "fr",
        "Le parc de la région compte 212 lits. Le directeur en parle. Dans la région, les 221 lits du parc sont pris.",
        ["212 lits", "221 lits"],
    ),
    (
        "en",
        "The trust has 1,480 beds in the county. Of the 1,840 beds the trust has in the county, few are free.",
        ["1,480 beds", "1,840 beds"],
    ),
]

# (language, text)
TWO_THINGS = [
    ("fr", "Le parc de la région compte 212 lits. Le parc de la région voisine compte 221 lits."),
    ("fr", "Le parc de la région compte 212 lits. Les 221 lits du parc de la région de Lyon sont pris."),
    ("fr", "Le parc compte 212 lits, la ville 340 lits. Les 221 lits du parc de la ville sont pleins."),
    ("fr", "En 2019, la région comptait 1 520 emplois. En 2024, les 1 250 emplois de la région tiennent."),
    ("fr", "La société supprime 1 520 postes en ville. Les 1 250 postes restants de la société en ville sont sûrs."),
    ("fr", "La société supprime 1 520 postes en ville. Les 1 380 postes de la société en ville sont sûrs."),
    ("en", "The trust has 1,480 beds in the county. A rival trust has 1,840 beds in the county."),
    ("en", "The trust has 1,480 beds in the county. The 1,840 beds planned by the trust in the county will cost."),
]

# (language, title, body)
LEFT_ALONE = [
    # another figure of the body says what the title says
    ("fr", "L'opérateur supprime 1 500 postes", "L'opérateur supprime 1 520 postes. Il avait supprimé 1 200 postes."),
    # other things, other periods, small counts, several candidates
    ("fr", "L'opérateur supprime 1 250 postes", "La banque voisine embauche 1 520 personnes."),
    ("fr", "L'opérateur supprime 1 250 postes", "Le bâtiment loue 1 520 bureaux."),
    ("fr", "En 2024, le port gagne 29 milliards d'euros", "En 2023, le port gagnait 26,2 milliards d'euros."),
    ("fr", "Trois accords signés à Rabat", "Les accords signés sont au nombre de huit accords."),
    (
        "fr",
        "L'opérateur supprime 1 250 postes",
        "L'opérateur supprime 1 520 postes ici et l'opérateur supprime 1 400 postes là.",
    ),
    ("en", "Operator to cut 1,250 jobs", "The rival bank hired 1,520 people."),
    ("en", "Port earned $29bn in 2024", "In 2023 the port earned $26.2bn."),
    # the words beside the figure say another thing of it; another figure says what the title says
    ("en", "Ireland adds almost 100,000 people in a year", "In that year 149,200 people moved to Ireland."),
    (
        "en",
        "Ireland adds 100,000 people in a year",
        "It added 98,700. People added to Ireland in a year: 149,200 people.",
    ),
    ("en", "Council approves £12m budget for roads", "The council had asked for a budget of £15m for roads."),
    ("en", "Unemployment rate hits 7.3%", "The unemployment rate hit 9.1% among women."),
    ("en", "Mine to cut 1,230 jobs", "The mine will cut jobs, 1,230 in all. The mine cut 1,320 jobs in 2019."),
    ("fr", "Une amende de 22 millions d'euros pour la banque", "La banque risquait une amende de 30 millions d'euros."),
    ("fr", "Le groupe supprime 1 200 emplois", "Le groupe avait déjà supprimé 1 400 emplois."),
    ("fr", "Le groupe supprime 1 200 emplois", "Le groupe a déjà supprimé 1 400 emplois en 2019."),
    ("fr", "Var : 1 230 hectares brûlés", "Le feu a brûlé 1 230 ha. Dans le Var, 1 320 hectares ont brûlé en 2022."),
    # a bound that the body stays within, though it is not what the title speaks of
    ("fr", "La ville dépasse 1,8 million d'habitants", "La région de la ville compte 3,2 millions d'habitants."),
    # the same digits by chance
    ("fr", "Le vélo", "Le pont coûte 415 millions d'euros. Une voiture vaut 41 500 euros."),
    ("en", "Bikes", "The bridge cost $415 million. A new car sells at $41,500."),
]


@pytest.mark.parametrize(("lang", "title", "body", "kind", "verdict"), JUDGED)
def test_the_title_says_what_the_body_says(lang, title, body, kind, verdict):
    assert [(found, judged) for found, judged, _ in findings(article(title, body), lang, form="markdown")] == [
        (kind, verdict)
    ]


@pytest.mark.parametrize(("lang", "title", "body"), LEFT_ALONE)
def test_figures_that_may_be_of_other_things_are_not_reported(lang, title, body):
    assert at_odds(article(title, body), lang, form="markdown") == []


def test_a_figure_a_thousand_times_too_small_is_found_in_the_body():
    text = (
        "Le pays a exporté 2,415 Mds de dirhams de tomates. Les tomates exportées valent 2 415 Mds de dirhams, dit-il."
    )
    assert [(kind, verdict) for kind, verdict, _ in findings(text, "fr")] == [("slip", "inconsistent")]


def test_a_list_of_the_same_digits_is_compared_within_limits(monkeypatch):
    compared = []
    monkeypatch.setattr(sameness, "_MOST_COMPARED", 4)
    monkeypatch.setattr(sameness.slip, "factor", lambda figure, others: compared.append(figure))
    findings("".join(f"Vente : {amount} euros.\n\n" for amount in ("1 234", "12 340") * 20), "fr")
    assert len(compared) == 2 * 2 * 2


@pytest.mark.parametrize(("lang", "title", "body"), ECHOES)
def test_a_figure_that_the_body_repeats_or_gives_in_more_digits_agrees(lang, title, body):
    assert [(kind, verdict) for kind, verdict, _ in findings(article(title, body), lang, form="markdown")] == [
        ("agreement", "consistent")
    ]


@pytest.mark.parametrize(("lang", "text", "quotes"), IN_THE_BODY)
def test_a_count_that_comes_back_with_its_digits_swapped_is_found(lang, text, quotes):
    assert ("agreement", "inconsistent", quotes) in findings(text, lang)


@pytest.mark.parametrize(("lang", "text"), TWO_THINGS)
def test_counts_of_two_things_are_not_held_against_each_other(lang, text):
    assert [finding for finding in findings(text, lang) if finding[0] == "agreement"] == []


def test_a_title_in_the_front_matter_is_shown_where_it_stands():
    text = '---\nlang: en\ntitle: "Governor presents N486.2 million budget"\n---\n\nThe budget is N486.2 billion.\n'
    (finding,) = checked(text, "en", form="markdown").findings
    assert (finding.kind, str(finding.verdict)) == ("slip", "inconsistent")
    place = finding.figures[0].place
    assert place is not None
    assert text.splitlines()[place.line - 1][place.column - 1 : place.end_column - 1] == "N486.2 million"
    assert [window.text for window in finding.windows] == [
        "Governor presents N486.2 million budget",
        "The budget is N486.2 billion.",
    ]


def test_a_title_that_is_escaped_in_the_front_matter_is_left_alone():
    text = '---\ntitle: "Governor presents N486.2\\u0020million budget"\n---\n\nThe budget is N486.2 billion.\n'
    assert findings(text, "en", form="markdown") == []


@pytest.mark.parametrize(
    ("text", "lang", "corrected"),
    [
        ("La ville a un budget de 48,6 millions d'euros. Le budget de la ville est de 486 millions d'euros.", "fr",
         "48,6 millions d'euros"),
        ("The town counted 1,240 jobs at the plant. The plant of the town has 12,400 jobs.", "en", "1,240 jobs"),
    ],
)  # fmt: skip
def test_the_correction_of_a_slip_keeps_the_digits_of_the_other_mention(text, lang, corrected):
    (finding,) = checked(text, lang).findings
    assert [correction.quote for correction in finding.corrections] == [corrected]


# (language, title, body with a place for the figure, what can be, what cannot)
OF_THE_LEAD = [
    ("fr", "320 emplois menacés à la scierie", "La direction a dit que {} emplois seraient touchés.", "320", "420"),
    ("fr", "2,4 millions d'euros pour le lavoir", "Le conseil a voté lundi {} millions d'euros.", "2,4", "2,9"),
    ("fr", "304 kilos de safran volés", "Le butin, de {} kilos, a été retrouvé.", "304", "340"),
    ("fr", "Titre : 28 % des puits sont à sec", "Une étude évalue cette proportion à {} %.", "28", "38"),
    ("en", "Airline to hire 1,200", "The carrier will take on {} people.", "1,200", "2,100"),
    ("en", "The sector has 265,800 people", "In 2017, the sector had {} people, a report says.", "265,840", "288,300"),
    ("en", "Greens' 47 seats: how they did it", "A count is done.\n\nGreens hold {} of 120 seats, its clerk said.",
     "47", "44"),
]  # fmt: skip

# (language, title, body): the figure of the lead may be of another thing
NOT_OF_THE_LEAD = [
    ("fr", "22 millions d'amende pour la banque", "La banque encourait 32 millions d'amende."),
    ("fr", "12 morts sur les routes ce week-end", "En un an, le bilan est de 15 morts."),
    ("fr", "300 emplois créés", "L'usine compte 3 000 personnes."),
    ("fr", "Bénéfice en hausse de 14 %", "Le chiffre d'affaires du groupe a augmenté de 12 %."),
    ("fr", "La mairie achète 120 vélos", "Les 140 vélos achetés l'an dernier sont usés."),
    ("en", "Profit up 14%", "Sales at the group rose 12%, it said."),
    ("en", "Unemployment rate hits 7.3%", "The unemployment rate hit 9.3% among women."),
    ("en", "412,000 live here", "The town had 412,600 people, a clerk said."),
    ("en", "Council buys 120 bikes", "A nearby council bought 140 bikes."),
    ("en", "Minister: no plan for 500 visas", "The state will issue 200 visas."),
]


@pytest.mark.parametrize(("lang", "title", "body", "right", "wrong"), OF_THE_LEAD)
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_the_one_figure_of_a_title_is_that_of_the_lead(form, lang, title, body, right, wrong):
    text = f"{title}\n\n{body}\n" if form == "text" else article(title, body)
    assert at_odds(text.format(right), lang, form=form) == []
    assert at_odds(text.format(wrong), lang, form=form) == [("agreement", "inconsistent")]


@pytest.mark.parametrize(("lang", "title", "body"), NOT_OF_THE_LEAD)
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_figure_of_the_lead_that_may_be_another_is_not_reported(form, lang, title, body):
    text = f"{title}\n\n{body}\n" if form == "text" else article(title, body)
    assert at_odds(text, lang, form=form) == []


def test_a_first_line_that_was_broken_off_early_is_a_title():
    body = "Le conseil a voté lundi une aide de {} millions d'euros, dit la mairie.\n"
    text = f"2,4 millions d'euros pour le lavoir\n{body}"
    assert at_odds(text.format("2,9"), "fr") == [("agreement", "inconsistent")]
    assert at_odds(text.format("2,4"), "fr") == []
    assert at_odds(f"Il y a 2,4 millions d'euros que {body}".format("2,9"), "fr") == []

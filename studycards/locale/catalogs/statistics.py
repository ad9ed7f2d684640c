"""The words of the statistics: figures, graphics, the history of a card, and what the list of decks adds to them."""

from __future__ import annotations

from studycards.locale.language import Entry

ENTRIES: dict[str, Entry] = {
    # Days. A study day is told by its date; `when` is how long ago it was.
    "date": Entry("{day} {month}", "{month} {day}"),
    "date_of_year": Entry("{day} {month} {year}", "{month} {day}, {year}"),
    "month_1": Entry("sty", "Jan"),
    "month_2": Entry("lut", "Feb"),
    "month_3": Entry("mar", "Mar"),
    "month_4": Entry("kwi", "Apr"),
    "month_5": Entry("maj", "May"),
    "month_6": Entry("cze", "Jun"),
    "month_7": Entry("lip", "Jul"),
    "month_8": Entry("sie", "Aug"),
    "month_9": Entry("wrz", "Sep"),
    "month_10": Entry("paź", "Oct"),
    "month_11": Entry("lis", "Nov"),
    "month_12": Entry("gru", "Dec"),
    "weekday_0": Entry("pn", "Mo"),
    "weekday_1": Entry("wt", "Tu"),
    "weekday_2": Entry("śr", "We"),
    "weekday_3": Entry("cz", "Th"),
    "weekday_4": Entry("pt", "Fr"),
    "weekday_5": Entry("so", "Sa"),
    "weekday_6": Entry("nd", "Su"),
    "today": Entry("dziś", "today"),
    "days_ago": Entry(
        ("wczoraj", "{count} dni temu", "{count} dni temu"),
        ("yesterday", "{count} days ago"),
    ),
    "in_days": Entry(("jutro", "za {count} dni", "za {count} dni"), ("tomorrow", "in {count} days")),
    # What waits, and how long it takes.
    "reviews_waiting": Entry(
        ("{count} powtórka", "{count} powtórki", "{count} powtórek"), ("{count} review", "{count} reviews")
    ),
    "new_waiting": Entry(("{count} nowa", "{count} nowe", "{count} nowych"), ("{count} new card", "{count} new cards")),
    "new_cards_waiting": Entry(
        ("{count} nowa karta", "{count} nowe karty", "{count} nowych kart"), ("{count} new card", "{count} new cards")
    ),
    "both_waiting": Entry("{reviews} i {new}", "{reviews} and {new}"),
    "for_minutes": Entry(
        (", około minuty", ", około {count} minut", ", około {count} minut"),
        (", about a minute", ", about {count} minutes"),
    ),
    "for_hours": Entry(", około {hours} godz.", ", about {hours} h"),
    "under_a_minute": Entry("niecała minuta", "less than a minute"),
    "minutes": Entry(("{count} minuta", "{count} minuty", "{count} minut"), ("{count} minute", "{count} minutes")),
    "hours": Entry("{hours} godz.", "{hours} h"),
    "answers_given": Entry(
        ("{count} odpowiedź", "{count} odpowiedzi", "{count} odpowiedzi"), ("{count} answer", "{count} answers")
    ),
    "days": Entry(("{count} dzień", "{count} dni", "{count} dni"), ("{count} day", "{count} days")),
    # The list of decks.
    "plan_all": Entry("Dziś: {what}{time}. Enter zaczyna.", "Today: {what}{time}. Enter begins."),
    "plan_deck": Entry("W tej talii: {what}{time}. Enter zaczyna.", "In this deck: {what}{time}. Enter begins."),
    "all_done": Entry(
        "Na dziś wszystko zrobione. {next} Enter zaczyna quiz.", "All done for today. {next} Enter starts a quiz."
    ),
    "deck_done": Entry(
        "Na dziś nic tu nie czeka. {next} Enter zaczyna quiz.",
        "Nothing is waiting here today. {next} Enter starts a quiz.",
    ),
    "deck_empty": Entry("W tej talii nie ma jeszcze kart.", "This deck has no cards yet."),
    "column_learned": Entry("opanowane", "learned"),
    "run": Entry("Seria: {days}", "Streak: {days}"),
    "run_to_exam": Entry("{run} · {exam}", "{run} · {exam}"),
    "exam_in": Entry(
        ("egzamin jutro", "egzamin za {count} dni", "egzamin za {count} dni"),
        ("exam tomorrow", "exam in {count} days"),
    ),
    "exam_today": Entry("egzamin dziś", "exam today"),
    "run_begins": Entry("Seria zaczyna się dziś", "The streak begins today"),
    "answered_today": Entry("Dziś: {answers}", "Today: {answers}"),
    "ahead": Entry("7 dni:", "7 days:"),
    "ahead_title": Entry("powtórki w najbliższych dniach", "reviews on the next days"),
    # The sentences on top.
    "done_today": Entry("Dziś: {answers}, {time}.", "Today: {answers}, {time}."),
    "nothing_today": Entry("Dziś nie było jeszcze odpowiedzi.", "No answers today yet."),
    "waiting": Entry("Czeka: {what}{time}.", "Waiting: {what}{time}."),
    "none_waiting": Entry("Na dziś nic już nie czeka.", "Nothing more is waiting today."),
    "streak": Entry("Seria: {current}, najdłuższa: {longest}.", "Streak: {current}, the longest: {longest}."),
    "no_streak": Entry(
        "Seria zacznie się od pierwszej odpowiedzi; najdłuższa: {longest}.",
        "The streak begins with the next answer; the longest: {longest}.",
    ),
    "altogether": Entry("Razem: {answers}, {time}; nauka w {days}.", "Altogether: {answers}, {time}, on {days}."),
    "on_days": Entry(("{count} dniu", "{count} dniach", "{count} dniach"), ("{count} day", "{count} days")),
    # The sections.
    "statistics": Entry("Statystyki", "Statistics"),
    "statistics_of": Entry("Statystyki: {deck}", "Statistics: {deck}"),
    "calendar_answers": Entry("Odpowiedzi dzień po dniu", "Answers day by day"),
    "calendar_minutes": Entry("Minuty dzień po dniu", "Minutes day by day"),
    "shade_none": Entry("brak", "none"),
    "shade_range": Entry("{low}–{high}", "{low}–{high}"),
    "shade_from": Entry("od {low}", "{low} or more"),
    "last_days": Entry("Ostatnie 30 dni", "Last 30 days"),
    "answers_per_day": Entry("odpowiedzi dziennie, razem {total}", "answers a day, {total} altogether"),
    "minutes_per_day": Entry("minuty dziennie, razem {total}", "minutes a day, {total} altogether"),
    "forecast": Entry("Najbliższe 30 dni", "Next 30 days"),
    "forecast_totals": Entry(
        "powtórki: jutro {tomorrow}, w ciągu tygodnia {week}, razem {total}",
        "reviews: tomorrow {tomorrow}, within a week {week}, altogether {total}",
    ),
    "due_today": Entry("na dziś {count}, w tym zaległe: {overdue}", "today {count}, of which overdue: {overdue}"),
    "retention": Entry("Ile zostaje w pamięci", "What is remembered"),
    "retention_about": Entry(
        "Pierwsza odpowiedź dnia na kartę po nauce; młode: po mniej niż {days} dniach, dojrzałe: po {days} i więcej. "
        "Cel: {desired} %; ↓ oznacza mniej.",
        "The first answer of the day to a card past its learning; young: after less than {days} days, "
        "mature: after {days} or more. Goal: {desired}%; ↓ means less.",
    ),
    "young": Entry("młode", "young"),
    "mature": Entry("dojrzałe", "mature"),
    "all": Entry("razem", "all"),
    "window_days": Entry("{days} dni", "{days} days"),
    "window_all": Entry("zawsze", "ever"),
    "percent": Entry("{percent} %", "{percent}%"),
    "maturity": Entry("Dojrzałość kart", "Maturity of the cards"),
    "maturity_about": Entry(
        "Liczone są pytania: {prompts}; kart jest {cards}, a karta z lukami albo w obie strony ma ich kilka.",
        "Prompts are counted: {prompts}; of cards there are {cards}, and one with holes or both ways has several.",
    ),
    "part_mature": Entry("dojrzałe {count}", "mature {count}"),
    "part_young": Entry("młode {count}", "young {count}"),
    "part_learning": Entry("w nauce {count}", "learning {count}"),
    "part_new": Entry("nowe {count}", "new {count}"),
    "part_suspended": Entry("zawieszone {count}", "suspended {count}"),
    "topics": Entry("Najsłabsze tematy", "Weakest topics"),
    "topics_about": Entry(
        "Ile było w pamięci w ostatnich {days} dniach; talie z co najmniej {least} pytaniami.",
        "What was remembered in the last {days} days; decks with at least {least} questions.",
    ),
    "no_topics": Entry(
        "Pojawią się, gdy karty jakiejś talii wrócą co najmniej {least} razy.",
        "They appear once cards of a deck have come back at least {least} times.",
    ),
    "of_asked": Entry("{kept} z {asked}", "{kept} of {asked}"),
    "mistakes": Entry("Najczęstsze błędy", "Most frequent mistakes"),
    "no_mistakes": Entry(
        "Nie rozpoznano jeszcze żadnego; biorą się z zadań obliczeniowych.",
        "None has been recognised yet; they come from computed questions.",
    ),
    "nothing_yet": Entry(
        "Nie ma jeszcze żadnej odpowiedzi. Statystyki zaczną się od pierwszej powtórki.",
        "There is no answer yet. The statistics begin with the first review.",
    ),
    "counting": Entry("Liczę…", "Counting…"),
    # The command line.
    "next_days": Entry("Najbliższe dni", "The next days"),
    "figure": Entry("{name}: {value}", "{name}: {value}"),
    "line": Entry("{first}: {second}, {third}", "{first}: {second}, {third}"),
    "retention_line": Entry(
        "{name}: {all}; młode {young}, dojrzałe {mature}", "{name}: {all}; young {young}, mature {mature}"
    ),
    "share": Entry("{percent} ({of})", "{percent} ({of})"),
    "not_asked": Entry("brak pytań", "not asked"),
    # The history of a card.
    "history": Entry("Historia karty", "History of the card"),
    "why": Entry("Dlaczego teraz", "Why now"),
    "memory": Entry("Stan w pamięci", "State of memory"),
    "answers": Entry("Odpowiedzi", "Answers"),
    "why_gone": Entry(
        "Tej karty nie ma już w żadnej talii; jej historia zostaje.",
        "No deck has this card any more; its history stays.",
    ),
    "why_suspended": Entry(
        "Karta jest zawieszona: powtórki o nią nie pytają.", "The card is suspended: reviews do not ask it."
    ),
    "why_new": Entry("To nowa karta: czeka na pierwszą odpowiedź.", "This card is new: it waits for its first answer."),
    "why_requires": Entry(
        (
            "Najpierw musi się pojawić karta, której wymaga: {cards}.",
            "Najpierw muszą się pojawić karty, których wymaga: {cards}.",
            "Najpierw muszą się pojawić karty, których wymaga: {cards}.",
        ),
        ("The card that it requires comes first: {cards}.", "The cards that it requires come first: {cards}."),
    ),
    "why_ready": Entry(
        (
            "Karta, której wymaga, już była: {cards}.",
            "Karty, których wymaga, już były: {cards}.",
            "Karty, których wymaga, już były: {cards}.",
        ),
        (
            "The card that it requires has been there already: {cards}.",
            "The cards that it requires have been there already: {cards}.",
        ),
    ),
    "why_step": Entry(
        "Jest w kroku nauki: po odpowiedzi „Znowu” albo „Trudne” wraca po kilku minutach, aż będzie „Dobrze”.",
        "It is in a learning step: after “Again” or “Hard” it comes back within minutes, until “Good”.",
    ),
    "why_overdue": Entry(
        (
            "Termin minął wczoraj; ostatnia przerwa: {interval}.",
            "Termin minął {count} dni temu; ostatnia przerwa: {interval}.",
            "Termin minął {count} dni temu; ostatnia przerwa: {interval}.",
        ),
        (
            "It was due yesterday; the last interval was {interval}.",
            "It was due {count} days ago; the last interval was {interval}.",
        ),
    ),
    "why_due": Entry(
        "Termin przypada dziś; ostatnia przerwa: {interval}.", "It is due today; the last interval was {interval}."
    ),
    "why_early": Entry(
        (
            "Powtórka przypada dopiero jutro; pyta o nią tylko quiz albo egzamin.",
            "Powtórka przypada dopiero za {count} dni; pyta o nią tylko quiz albo egzamin.",
            "Powtórka przypada dopiero za {count} dni; pyta o nią tylko quiz albo egzamin.",
        ),
        (
            "It is not due until tomorrow; only a quiz or an exam asks it now.",
            "It is not due for {count} days; only a quiz or an exam asks it now.",
        ),
    ),
    "stage": Entry("etap", "stage"),
    "stage_new": Entry("nowa", "new"),
    "stage_learning": Entry("nauka", "learning"),
    "stage_relearning": Entry("nauka od nowa po zapomnieniu", "learned anew after a lapse"),
    "stage_young": Entry("młoda, przerwa {interval}", "young, interval {interval}"),
    "stage_mature": Entry("dojrzała, przerwa {interval}", "mature, interval {interval}"),
    "due": Entry("termin", "due"),
    "due_on": Entry("{date} ({when})", "{date} ({when})"),
    "chance": Entry("szansa dziś", "chance today"),
    "chance_value": Entry("{percent} %, że odpowiedź jest w pamięci", "{percent}% that the answer is remembered"),
    "stability": Entry("stabilność", "stability"),
    "stability_value": Entry(
        "{time}: po tylu dniach szansa spada do 90 %", "{time}: after these days the chance falls to 90%"
    ),
    "stability_days": Entry("{days} d", "{days} d"),
    "difficulty": Entry("trudność", "difficulty"),
    "difficulty_value": Entry("{value} z 10", "{value} of 10"),
    "reviews": Entry("odpowiedzi", "answers"),
    "reviews_value": Entry("{reviews}, zapomniana po nauce: {lapses}", "{reviews}, forgotten after learning: {lapses}"),
    "times": Entry(("{count} raz", "{count} razy", "{count} razy"), ("{count} time", "{count} times")),
    "typed": Entry("wpisano: {typed}", "typed: {typed}"),
    "hints_used": Entry(
        ("{count} podpowiedź", "{count} podpowiedzi", "{count} podpowiedzi"), ("{count} hint", "{count} hints")
    ),
    "no_answers": Entry("Nie ma jeszcze żadnej.", "There are none yet."),
    # Keys.
    "key_quiz_instead": Entry("zacznij quiz", "start a quiz"),
    "about_quiz_instead": Entry(
        "Nic nie czeka, więc zaczyna quiz; terminy powtórek się nie zmieniają.",
        "Nothing waits, so a quiz begins; no due date changes.",
    ),
    "key_browse": Entry("przeglądaj", "browse"),
    "about_browse": Entry("Pokazuje wszystkie karty.", "Show all cards."),
    "key_statistics": Entry("statystyki", "statistics"),
    "about_statistics": Entry("Pokazuje, co się udało i co przed tobą.", "Show what was done and what comes."),
    "key_lab": Entry("laboratorium", "lab"),
    "about_lab": Entry("Otwiera laboratorium sieci i splotów.", "Open the lab of networks and convolutions."),
    "key_settings": Entry("ustawienia", "settings"),
    "about_settings": Entry("Otwiera ustawienia.", "Open the settings."),
    "key_line_down": Entry("przewiń", "scroll"),
    "about_line_down": Entry("Przewija o wiersz w dół; także j.", "Scroll down by a line; also j."),
    "key_line_up": Entry("wiersz w górę", "line up"),
    "about_line_up": Entry("Przewija o wiersz w górę; także k.", "Scroll up by a line; also k."),
    "key_page_down": Entry("strona w dół", "page down"),
    "about_page_down": Entry("Przewija o stronę w dół; także spacja.", "Scroll down by a page; also the space bar."),
    "key_page_up": Entry("strona w górę", "page up"),
    "about_page_up": Entry("Przewija o stronę w górę.", "Scroll up by a page."),
    "key_next_section": Entry("dział", "section"),
    "about_next_section": Entry("Przechodzi do następnego działu.", "Go to the next section."),
    "key_previous_section": Entry("poprzedni dział", "previous section"),
    "about_previous_section": Entry("Wraca do poprzedniego działu.", "Go to the previous section."),
    "key_measure": Entry("odpowiedzi/minuty", "answers/minutes"),
    "about_measure": Entry(
        "Kalendarz pokazuje minuty zamiast odpowiedzi, potem znów odpowiedzi.",
        "The calendar shows minutes instead of answers, then answers again.",
    ),
    "key_next_deck": Entry("talia", "deck"),
    "about_next_deck": Entry(
        "Pokazuje statystyki następnej talii, po ostatniej znów wszystkich; D poprzedniej.",
        "Show the statistics of the next deck, after the last one all again; D of the previous one.",
    ),
    "key_previous_deck": Entry("poprzednia talia", "previous deck"),
    "about_previous_deck": Entry("Pokazuje statystyki poprzedniej talii.", "Show the statistics of the previous deck."),
    "key_top": Entry("początek", "top"),
    "about_top": Entry("Wraca na początek; także g.", "Go to the top; also g."),
    "key_bottom": Entry("koniec", "bottom"),
    "about_bottom": Entry("Przechodzi na koniec; także G.", "Go to the bottom; also G."),
}

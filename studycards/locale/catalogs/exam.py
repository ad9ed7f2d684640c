"""Sentences of exams: while one is sat, its report, the list of exams, and what can be wrong with one."""

from studycards.locale.language import Entry

ENTRIES = {
    # The line above a question.
    "number": Entry("{number}/{total}", "{number}/{total}"),
    "points": Entry(("{count} pkt", "{count} pkt", "{count} pkt"), ("{count} pt", "{count} pts")),
    "points_of": Entry("{points} z {of} pkt", "{points} of {of} pts"),
    "minutes_left": Entry("zostało {minutes} min", "{minutes} min left"),
    "seconds_left": Entry("zostało {seconds} s", "{seconds} s left"),
    "flagged": Entry("oznaczone", "flagged"),
    "flag_on": Entry("Oznaczono to pytanie.", "This question is flagged."),
    "flag_off": Entry("To pytanie nie jest już oznaczone.", "This question is flagged no more."),
    "your_answer": Entry("Twoja odpowiedź: {answer}", "Your answer: {answer}"),
    "expects_words": Entry("Odpowiedz własnymi słowami.", "Answer in your own words."),
    "expects_reason": Entry(
        "Napisz: prawda albo fałsz, a dalej dlaczego. Przykład: fałsz, bo…",
        "Write true or false, and then why. Example: false, because…",
    ),
    # While it is sat.
    "no_such_question": Entry("Pytania mają numery od 1 do {last}.", "The questions are numbered from 1 to {last}."),
    "all_answered": Entry(
        "To było ostatnie pytanie. Wszystkie mają odpowiedź; możesz oddać pracę.",
        "That was the last question. All have an answer; you can hand in.",
    ),
    "last_question": Entry(
        (
            "To było ostatnie pytanie. Bez odpowiedzi jest pytanie {numbers}.",
            "To było ostatnie pytanie. Bez odpowiedzi są pytania {numbers}.",
            "To było ostatnie pytanie. Bez odpowiedzi są pytania {numbers}.",
        ),
        (
            "That was the last question. Question {numbers} has no answer.",
            "That was the last question. Questions {numbers} have no answer.",
        ),
    ),
    "hand_in_open": Entry(
        (
            "Bez odpowiedzi jest pytanie {numbers}. {by} jeszcze raz oddaje pracę mimo to.",
            "Bez odpowiedzi są pytania {numbers}. {by} jeszcze raz oddaje pracę mimo to.",
            "Bez odpowiedzi są pytania {numbers}. {by} jeszcze raz oddaje pracę mimo to.",
        ),
        (
            "Question {numbers} has no answer. {by} once more hands in all the same.",
            "Questions {numbers} have no answer. {by} once more hands in all the same.",
        ),
    ),
    "time_is_up": Entry("Czas minął; praca została oddana.", "The time is up; the exam has been handed in."),
    "elsewhere": Entry(
        "Ten egzamin jest już otwarty w innym oknie; tutaj nic więcej się nie zapisze.",
        "This exam is open in another window by now; nothing more is kept here.",
    ),
    "last_call": Entry(
        ("Została {count} minuta.", "Zostały {count} minuty.", "Zostało {count} minut."),
        ("{count} minute left.", "{count} minutes left."),
    ),
    "unreadable": Entry("Nie da się odczytać.", "It cannot be read."),
    "some_unreadable": Entry("{numbers} (nieczytelne: {unreadable})", "{numbers} (unreadable: {unreadable})"),
    "state_unreadable": Entry("nieczytelne", "unreadable"),
    "state_answered": Entry("z odpowiedzią", "answered"),
    "state_open": Entry("bez odpowiedzi", "open"),
    # The report.
    "result": Entry("{points} z {of} pkt, {percent} %", "{points} of {of} pts, {percent}%"),
    "mark": Entry("Ocena: {mark}", "Mark: {mark}"),
    "took": Entry("Czas: {minutes} min z {of} min", "Time: {minutes} min of {of} min"),
    "nothing_lost": Entry("Żaden punkt nie przepadł.", "No point was lost."),
    "lost": Entry(
        (
            "{count} pytanie nie dało wszystkich punktów:",
            "{count} pytania nie dały wszystkich punktów:",
            "{count} pytań nie dało wszystkich punktów:",
        ),
        ("{count} question did not bring all its points:", "{count} questions did not bring all their points:"),
    ),
    "lost_item": Entry("Pytanie {number}: {points} z {of} pkt", "Question {number}: {points} of {of} pts"),
    "no_answer": Entry("Bez odpowiedzi.", "No answer."),
    "no_reason": Entry(
        "Rozstrzygnięcie dobre, ale bez powodu: powód to osobna część punktów.",
        "The judgement is right but no reason is given: the reason is a part of the points of its own.",
    ),
    "reason_open": Entry(
        "Rozstrzygnięcie dobre. Porównaj swój powód z wyjaśnieniem i oceń go, a dostaniesz za niego resztę punktów.",
        "The judgement is right. Compare your reason with the explanation and grade it: it earns the other points.",
    ),
    "grade_reason": Entry(
        "Oceń swój powód: 0 zły, 1 częściowo dobry, 2 dobry.", "Grade your reason: 0 wrong, 1 partly right, 2 right."
    ),
    "half_mistake": Entry(
        "Ta jedna pomyłka kosztuje na egzaminie połowę punktów, a nie wszystkie.",
        "In an exam this one slip costs half of the points, not all of them.",
    ),
    "all_or_nothing": Entry(
        "Na egzaminie taki wynik liczy się tylko w całości.", "In an exam such a result counts only as a whole."
    ),
    "carried_less": Entry(
        (
            "Na egzaminie {count} etap, zgodny z Twoją wcześniejszą pomyłką, daje {percent} % swoich punktów.",
            "Na egzaminie {count} etapy, zgodne z Twoją wcześniejszą pomyłką, dają po {percent} % swoich punktów.",
            "Na egzaminie {count} etapów, zgodnych z Twoją wcześniejszą pomyłką, daje po {percent} % swoich punktów.",
        ),
        (
            "In an exam {count} step that follows from your earlier slip earns {percent}% of its points.",
            "In an exam {count} steps that follow from your earlier slip earn {percent}% of their points each.",
        ),
    ),
    "graded_by_you": Entry("Ocena własna.", "Graded by you."),
    "grade_yourself": Entry(
        "Oceń tę odpowiedź: 0 zła, 1 częściowo dobra, 2 dobra.", "Grade this answer: 0 wrong, 1 partly right, 2 right."
    ),
    "offer": Entry(
        (
            "Dodać to pytanie do powtórek na dziś?",
            "Dodać te {count} pytania do powtórek na dziś?",
            "Dodać te {count} pytań do powtórek na dziś?",
        ),
        ("Put this question into today's reviews?", "Put these {count} questions into today's reviews?"),
    ),
    "scheduled": Entry(
        (
            "Dodano {count} pytanie do powtórek.",
            "Dodano {count} pytania do powtórek.",
            "Dodano {count} pytań do powtórek.",
        ),
        ("{count} question was put into the reviews.", "{count} questions were put into the reviews."),
    ),
    # The list of exams.
    "questions": Entry(
        ("{count} pytanie", "{count} pytania", "{count} pytań"), ("{count} question", "{count} questions")
    ),
    "minutes": Entry("{minutes} min", "{minutes} min"),
    "unfinished": Entry(
        "niedokończone podejście: odpowiedzi {answered} z {total}, zostało {minutes} min",
        "unfinished attempt: {answered} of {total} answered, {minutes} min left",
    ),
    "has_problems": Entry("ma błędy: studycards check {path}", "has problems: studycards check {path}"),
    "none": Entry("Nie ma żadnych egzaminów.", "There are no exams."),
    # What can be wrong.
    "unknown": Entry("Nie ma egzaminu „{name}”; są: {exams}", "There is no exam '{name}'; there are: {exams}"),
    "ambiguous": Entry(
        "„{name}” pasuje do kilku egzaminów: {exams}. Podaj dłuższą nazwę.",
        "'{name}' fits several exams: {exams}. Give more of the name.",
    ),
    "faulty": Entry(
        "Ten egzamin ma błędy; pokaże je polecenie: studycards check {path}",
        "This exam has problems; to see them: studycards check {path}",
    ),
    "no_deck": Entry(
        "Egzaminu „{exam}” nie można zacząć: część „{topic}” bierze pytania z talii „{deck}”, której nie ma.",
        "The exam '{exam}' cannot begin: the section '{topic}' takes questions of the deck '{deck}', which is missing.",
    ),
    "too_few": Entry(
        "Egzaminu „{exam}” nie można zacząć: część „{topic}” wymaga {count} pasujących kart, a jest ich {found}.",
        "The exam '{exam}' cannot begin: the section '{topic}' needs {count} fitting cards and there are {found}.",
    ),
    "not_resumed": Entry(
        "Nie da się wrócić do tego podejścia: {reason} Nowe zaczyna polecenie: studycards exam {exam} --new",
        "This attempt cannot be taken up again: {reason} To begin another: studycards exam {exam} --new",
    ),
    "not_saved": Entry(
        "Nie udało się zapisać egzaminu w {path} ({reason}).", "The exam could not be saved in {path} ({reason})."
    ),
    "not_readable": Entry("Nie da się odczytać podejścia {path}.", "The attempt {path} cannot be read."),
    "id_taken": Entry(
        "id egzaminu „{id}” należy już do innego egzaminu; nadaj inne.",
        "the exam id '{id}' belongs to another exam already; choose another.",
    ),
    "unknown_deck": Entry("nie ma talii „{deck}”{near}", "there is no deck '{deck}'{near}"),
    "section_too_few": Entry(
        "za mało pasujących kart: potrzeba {count}, a jest {found}", "too few cards fit: {count} are needed, {found} do"
    ),
}

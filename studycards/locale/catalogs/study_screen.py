"""What the screen of a session says beside the cards: the pane of the solution, marks, the way to other screens."""

from studycards.locale.language import Entry

ENTRIES = {
    # The pane beside the question, before the answer.
    "solution": Entry("Ocena i rozwiązanie", "Verdict and solution"),
    "waiting_number": Entry(
        "**Jak wpisać liczbę**\n"
        "- wprost: `577`, `73 856`, `0,25`, `−1/3`, `2,5e6`\n"
        "- albo jako działanie: `3·3·64+1`, `(32−5)/2+1`",
        "**How to type a number**\n"
        "- as it is: `577`, `73 856`, `0.25`, `−1/3`, `2.5e6`\n"
        "- or as a calculation: `3·3·64+1`, `(32−5)/2+1`",
    ),
    "waiting_shape": Entry(
        "**Jak wpisać kształt**\n- rozmiary po kolei: `8x20x20` albo `8 20 20`\n- tyle liczb, ile osi ma tensor",
        "**How to type a shape**\n- its sizes in order: `8x20x20` or `8 20 20`\n- one number for each axis",
    ),
    "waiting_tensor": Entry(
        "**Jak wpisać macierz**\n"
        "- komórka po komórce; w komórce może stać działanie: `3·2−1`\n"
        "- można wkleić całą naraz: `1 2; 3 4`, kolejny kanał po `;;`",
        "**How to type a matrix**\n"
        "- cell by cell; a cell may hold a calculation: `3·2−1`\n"
        "- all of it can be pasted at once: `1 2; 3 4`, another channel after `;;`",
    ),
    "waiting_sheet": Entry(
        "**Zadanie w etapach**\n"
        "- etap można pominąć i wrócić do niego później\n"
        "- błąd liczy się raz: dalej wystarczy liczyć zgodnie z własnym wynikiem\n"
        "- w komórce może stać działanie: `3·2−1`",
        "**A task in steps**\n"
        "- a step can be left out and come back to\n"
        "- a slip counts once: what follows from your own result is right\n"
        "- a cell may hold a calculation: `3·2−1`",
    ),
    "waiting_text": Entry(
        "Wielkość liter się nie liczy, polskie znaki można pominąć.",
        "Capitals do not matter, Polish diacritics may be left out.",
    ),
    "waiting_comparison": Entry(
        "Obie liczby mogą być działaniami: `3·3·64+1`.", "Both numbers may be calculations: `3·3·64+1`."
    ),
    "waiting_other": Entry(
        "Tu pojawi się odpowiedź z wyjaśnieniem.", "The answer and its explanation will stand here."
    ),
    "hints_left": Entry(
        (
            "Do tego pytania jest {count} podpowiedź.",
            "Do tego pytania są {count} podpowiedzi.",
            "Do tego pytania jest {count} podpowiedzi.",
        ),
        ("There is {count} hint for this question.", "There are {count} hints for this question."),
    ),
    "more_above": Entry("wyżej", "above"),
    "more_below": Entry("niżej", "below"),
    "questions": Entry("Pytania", "Questions"),
    "marks": Entry("Oceny:", "Marks:"),
    "mark_from": Entry("{mark} od {percent} %", "{mark} from {percent}%"),
    # Keys.
    "key_suspend": Entry("zawieś", "suspend"),
    "about_suspend": Entry(
        "Zawiesza kartę: nie będzie jej już w żadnej sesji, dopóki nie zostanie przywrócona.",
        "Suspend the card: no session asks it any more until it is resumed.",
    ),
    "key_flag": Entry("oznacz", "flag"),
    "about_flag": Entry(
        "Oznacza kartę, żeby do niej później zajrzeć, albo zdejmuje oznaczenie.",
        "Flag the card, to look at it later, or take the flag off.",
    ),
    "key_edit": Entry("edytuj", "edit"),
    "about_edit": Entry(
        "Otwiera talię w edytorze, na wierszu tej karty; edytor wskazuje zmienna VISUAL lub EDITOR.",
        "Open the deck in the editor, at the line of this card; the variable VISUAL or EDITOR names the editor.",
    ),
    "key_why": Entry("skąd ta karta", "why this card"),
    "about_why": Entry(
        "Pokazuje, dlaczego karta jest tu teraz, i jej historię; przed odpowiedzią niczego nie zdradza.",
        "Show why this card comes now, and its history; before the answer it gives nothing away.",
    ),
    "key_leave": Entry("zakończ", "finish"),
    "about_leave": Entry(
        "Kończy sesję, gdy żadna litera nie jest odpowiedzią; wszystko, co ocenione, jest zapisane.",
        "End the session where no letter is an answer; all that was rated is kept.",
    ),
    "key_lab": Entry("laboratorium", "lab"),
    "about_lab": Entry(
        "Otwiera laboratorium z siecią i liczbami tego pytania.",
        "Open the Lab with the network and the numbers of this question.",
    ),
    "key_exam_review_all": Entry("wszystkie pytania", "all questions"),
    "about_exam_review_all": Entry(
        "Pokazuje po kolei wszystkie pytania z rozwiązaniami.", "Show all questions with their solutions, one by one."
    ),
    "key_plan_down": Entry("plan w dół", "plan down"),
    "about_plan_down": Entry("Przewija w dół to, z czego składa się egzamin.", "Scroll down what the exam is made of."),
    "key_plan_up": Entry("plan w górę", "plan up"),
    "about_plan_up": Entry("Przewija w górę to, z czego składa się egzamin.", "Scroll up what the exam is made of."),
    "key_first_line": Entry("początek karty", "start of the card"),
    "about_first_line": Entry("Przewija długą kartę na początek.", "Scroll a long card to its beginning."),
    "key_last_line": Entry("koniec karty", "end of the card"),
    "about_last_line": Entry("Przewija długą kartę na koniec.", "Scroll a long card to its end."),
    "key_half": Entry("druga połowa", "other half"),
    "about_half": Entry(
        "Wybiera, czy strzałki przewijają pytanie, czy rozwiązanie obok.",
        "Choose whether the arrows scroll the question or the solution beside it.",
    ),
    "key_row_first": Entry("początek listy", "first row"),
    "about_row_first": Entry("Początek listy.", "The first row of the list."),
    "key_row_last": Entry("koniec listy", "last row"),
    "about_row_last": Entry("Koniec listy.", "The last row of the list."),
    "key_report_down": Entry("strona w dół", "page down"),
    "about_report_down": Entry("Przewija wynik o stronę w dół.", "Scroll the result down by a page."),
    "key_report_up": Entry("strona w górę", "page up"),
    "about_report_up": Entry("Przewija wynik o stronę w górę.", "Scroll the result up by a page."),
    "key_report_first": Entry("początek wyniku", "start of the result"),
    "about_report_first": Entry("Początek wyniku.", "The beginning of the result."),
    "key_report_last": Entry("koniec wyniku", "end of the result"),
    "about_report_last": Entry("Koniec wyniku.", "The end of the result."),
}

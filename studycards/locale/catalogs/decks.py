"""Sentences about deck files: what is wrong with them and what to write instead."""

from studycards.locale.language import Entry

ENTRIES: dict[str, Entry] = {
    "card": Entry("karta {card}", "card {card}"),
    "did_you_mean": Entry("; czy chodziło o '{name}'?", "; did you mean '{name}'?"),
    # The file and its characters
    "too_large": Entry(
        "plik jest większy niż {limit} MB; podziel go na kilka talii",
        "the file is larger than {limit} MB; divide it into several decks",
    ),
    "not_utf8": Entry(
        "ten bajt nie należy do UTF-8; zapisz plik w kodowaniu UTF-8",
        "this byte is not UTF-8; save the file with the encoding UTF-8",
    ),
    "byte_order_mark": Entry(
        "plik zaczyna się od znacznika BOM; zapisz go jako UTF-8 bez BOM",
        "the file starts with a byte order mark; save it as UTF-8 without BOM",
    ),
    "tab": Entry("tabulator; wcięcia i odstępy rób spacjami", "a tab; indent and align with spaces"),
    "character": Entry(
        "niewidoczny lub sterujący znak {character}; usuń go",
        "the invisible or control character {character}; delete it",
    ),
    "escaped_character": Entry(
        "ten tekst wstawia niewidoczny lub sterujący znak {character}; usuń jego zapis z ukośnikiem "
        "albo weź tekst w apostrofy zamiast w cudzysłów",
        "this text brings in the invisible or control character {character}; delete its backslash sequence, "
        "or put the text in single quotes instead of double ones",
    ),
    "no_deck": Entry(
        "to nie jest talia; talia zaczyna się wierszami 'format: 1', 'id: ...', 'title: ...' i 'cards:'",
        "this is no deck; a deck starts with the lines 'format: 1', 'id: ...', 'title: ...' and 'cards:'",
    ),
    # What only the blueprint of an exam has
    "no_exam": Entry(
        "to nie jest egzamin; egzamin zaczyna się wierszami 'format: 1', 'id: ...', 'title: ...', 'minutes: ...'",
        "this is no exam; an exam starts with the lines 'format: 1', 'id: ...', 'title: ...', 'minutes: ...'",
    ),
    "a_share": Entry("część punktów: liczba od 0 do 1", "a share of the points: a number from 0 to 1"),
    "marks": Entry(
        "progi ocen, np. {{0: '2.0', 0.5: '3.0'}}: część punktów, a pod nią ocena",
        "the marks, such as {{0: '2.0', 0.5: '3.0'}}: a share of the points, and the mark from there on",
    ),
    "double_mark": Entry("dwa progi ocen są równe; zostaw jeden", "two marks begin at the same share; leave one"),
    "no_lowest_mark": Entry(
        "brakuje oceny od 0, tej za zbyt mało punktów", "there is no mark from 0 on, the one for too few points"
    ),
    "minutes_planned": Entry(
        "części egzaminu zajmują razem {planned} min, a cały egzamin ma {minutes} min",
        "the sections take {planned} min together, but the whole exam has {minutes} min",
    ),
    # YAML that a deck has no use for
    "several_documents": Entry(
        "tu zaczyna się drugi dokument; w pliku mieści się jedna talia: usuń '---' albo podziel plik",
        "a second document starts here; a file holds one deck: delete the '---' or divide the file",
    ),
    "too_deep": Entry(
        "zagnieżdżenie głębsze niż {limit} poziomów; żadna karta tyle nie potrzebuje: sprawdź nawiasy i wcięcia",
        "nested more than {limit} levels deep; no card needs that: check brackets and indentation",
    ),
    "too_many_nodes": Entry(
        "plik ma więcej niż {limit} wartości; podziel go na kilka talii",
        "the file has more than {limit} values; divide it into several decks",
    ),
    "alias": Entry(
        "alias '*{name}' nie jest tu dozwolony; wpisz samą wartość, a tekst z gwiazdką na początku weź w cudzysłów",
        "the alias '*{name}' is not allowed; write out the value, and put a text that starts with '*' in quotes",
    ),
    "anchor": Entry(
        "kotwica '&{name}' nie jest tu dozwolona; usuń ją, a tekst ze znakiem '&' na początku weź w cudzysłów",
        "the anchor '&{name}' is not allowed; delete it, and put a text that starts with '&' in quotes",
    ),
    "tag": Entry(
        "znacznik typu '{name}' nie jest tu dozwolony; usuń go, a tekst z wykrzyknikiem na początku weź w cudzysłów",
        "the tag '{name}' is not allowed; delete it, and put a text that starts with '!' in quotes",
    ),
    "merge_key": Entry(
        "klucz łączenia '<<' nie jest tu dozwolony; wypisz pola",
        "the merge key '<<' is not allowed; write out the fields",
    ),
    "double_key": Entry(
        "pole '{key}' jest już w wierszu {line}; zostaw jedno z nich",
        "the field '{key}' is already in line {line}; keep one of the two",
    ),
    "double_brace": Entry(
        "wartość, która zaczyna się od '{{{{', jest dla YAML-a mapą; weź tekst w cudzysłów albo wpisz go pod '|'",
        "a value that starts with '{{{{' is a map for YAML; put the text in quotes or in a block under '|'",
    ),
    "key": Entry(
        "nazwą pola może być tylko słowo; tekst z nawiasem na początku weź w cudzysłów",
        "the name of a field must be a word; put a text that starts with a bracket in quotes",
    ),
    # YAML that cannot be read
    "yaml_colon": Entry(
        "dwukropek ze spacją wewnątrz tekstu; weź cały tekst w cudzysłów albo wpisz go pod '|'; "
        "jeśli to pole, popraw wcięcie",
        "a colon and a space inside a text; put the whole text in quotes or in a block under '|'; "
        "if this is a field, correct its indentation",
    ),
    "yaml_start": Entry(
        "tekst nie może zaczynać się od znaku '{character}'; weź go w cudzysłów albo wpisz pod '|'",
        "a text cannot start with '{character}'; put it in quotes or in a block under '|'",
    ),
    "yaml_escape": Entry(
        r"w cudzysłowie ukośnik '\' ma znaczenie specjalne; podwój go albo weź tekst w apostrofy",
        r"inside double quotes a backslash '\' is special; double it or put the text in single quotes",
    ),
    "yaml_quote": Entry(
        "ten cudzysłów nie jest zamknięty; apostrof wewnątrz '...' podwój: ''",
        "this quote is never closed; double an apostrophe inside '...': ''",
    ),
    "yaml_after_quote": Entry(
        "tekst po zamkniętym cudzysłowie; weź w cudzysłów całość, apostrof wewnątrz '...' podwój: '', "
        'a cudzysłów wewnątrz "..." poprzedź ukośnikiem: \\"',
        "text after a closing quote; quote the whole text, double an apostrophe inside '...': '', "
        'and write a quote inside "..." with a backslash: \\"',
    ),
    "yaml_after_bracket": Entry(
        "tekst po domkniętym nawiasie; tekst z nawiasem na początku weź cały w cudzysłów albo wpisz pod '|'",
        "text after a closing bracket; put the whole of a text that starts with a bracket in quotes or in a block "
        "under '|'",
    ),
    "yaml_star": Entry(
        "tekst nie może zaczynać się od '*'; weź go w cudzysłów albo wpisz pod '|'",
        "a text cannot start with '*'; put it in quotes or in a block under '|'",
    ),
    "yaml_ampersand": Entry(
        "tekst nie może zaczynać się od '&'; weź go w cudzysłów albo wpisz pod '|'",
        "a text cannot start with '&'; put it in quotes or in a block under '|'",
    ),
    "yaml_tag": Entry(
        "tekst nie może zaczynać się od '!', a wiersz od '%'; weź tekst w cudzysłów albo wpisz pod '|'",
        "a text cannot start with '!', nor a line with '%'; put the text in quotes or in a block under '|'",
    ),
    "yaml_bracket": Entry(
        "ten nawias nie jest domknięty albo brakuje w nim przecinka; tekst z nawiasem na początku weź w cudzysłów",
        "this bracket is not closed, or a comma is missing inside; put a text that starts with a bracket in quotes",
    ),
    "yaml_dash": Entry(
        "myślnik listy nie może tu stać; zacznij listę w nowym wierszu, a tekst z myślnikiem weź w cudzysłów",
        "a list item cannot stand here; start the list on a new line, and put a text that starts with '-' in quotes",
    ),
    "yaml_no_colon": Entry(
        "po nazwie pola brakuje dwukropka; długi tekst wpisz pod '|' z wcięciem",
        "a field without a colon after its name; write a long text in an indented block under '|'",
    ),
    "yaml_block": Entry(
        "ten wiersz nie pasuje do poprzednich: sprawdź wcięcie, dwukropek po nazwie pola i cudzysłowy",
        "this line does not fit the lines before it: check its indentation, the colon after the field and the quotes",
    ),
    "yaml_other": Entry(
        "to nie jest poprawny YAML; sprawdź wcięcia, dwukropki i cudzysłowy w tym wierszu",
        "this is no valid YAML; check indentation, colons and quotes in this line",
    ),
    # What fields hold
    "expected": Entry("powinno tu być: {expected}; jest '{found}'", "expected {expected}, found '{found}'"),
    "expected_other": Entry("powinno tu być: {expected}; jest {found}", "expected {expected}, found {found}"),
    "empty": Entry(
        "pole jest puste; powinno tu być: {expected}; wpisz wartość albo usuń pole",
        "the field is empty; expected {expected}: write a value or delete the field",
    ),
    "missing": Entry(
        "brakuje pola '{field}'; powinno w nim być: {expected}", "the field '{field}' is missing: {expected}"
    ),
    "unknown_field": Entry(
        "nieznane pole '{found}'{near} (dozwolone: {allowed})",
        "unknown field '{found}'{near} (allowed here: {allowed})",
    ),
    "other_type": Entry(
        "karta typu {type} nie ma pola '{field}'; wpisz w 'type' typ, który je ma: {others}",
        "a card of type {type} has no field '{field}'; set 'type' to one that has it: {others}",
    ),
    "word": Entry(
        "nieznana wartość '{found}'{near} (dozwolone: {allowed})", "unknown '{found}'{near} (allowed: {allowed})"
    ),
    "name": Entry(
        "'{found}' nie może być nazwą: dozwolone są małe litery a-z, cyfry oraz '-', '_' i '.', najwyżej 64 znaki, "
        "na początku litera lub cyfra",
        "'{found}' cannot be a name: use lower-case letters a-z, digits, '-', '_' and '.', at most 64 characters, "
        "starting with a letter or digit",
    ),
    "too_few": Entry(
        "pozycji w liście: {count}, a musi być co najmniej {least}",
        (
            "the list has {count} item, it needs at least {least}",
            "the list has {count} items, it needs at least {least}",
        ),
    ),
    "too_many": Entry(
        "pozycji w liście: {count}, a może być najwyżej {most}",
        ("the list has {count} item, it may have {most}", "the list has {count} items, it may have at most {most}"),
    ),
    "too_few_names": Entry(
        "nazw w mapie: {count}, a musi być co najmniej {least}",
        ("the map has {count} name, it needs at least {least}", "the map has {count} names, it needs at least {least}"),
    ),
    "too_many_names": Entry(
        "nazw w mapie: {count}, a może być najwyżej {most}",
        ("the map has {count} name, it may have {most}", "the map has {count} names, it may have at most {most}"),
    ),
    "a_list": Entry("lista", "a list"),
    "a_map": Entry("mapa", "a map"),
    "a_string": Entry("tekst", "a string"),
    "a_text": Entry("tekst albo mapa z 'pl' i 'en'", "a text, or a map with 'pl' and 'en'"),
    "a_name": Entry("nazwa", "a name"),
    "a_flag": Entry("true albo false, bez cudzysłowu", "true or false, without quotes"),
    "a_whole": Entry("liczba całkowita od {least} do {most}", "a whole number from {least} to {most}"),
    "one_of": Entry("jedno z: {words}", "one of: {words}"),
    "a_list_of": Entry(
        "lista ('[...]' albo wiersze z '- '), a w niej: {kind}", "a list ('[...]' or lines with '- '), each item {kind}"
    ),
    "a_map_of": Entry("mapa nazw, a pod każdą: {kind}", "a map of names, each with {kind}"),
    "a_record": Entry("mapa z polami: {fields}", "a map with: {fields}"),
    "a_format": Entry("{format}, format czytany przez ten program", "{format}, the format that this program reads"),
    "a_card": Entry("karta: mapa z polami 'id', 'question' i innymi", "a card: a map with 'id', 'question' and others"),
    "an_option": Entry("opcja: 'right: ...' albo 'wrong: ...'", "an option: 'right: ...' or 'wrong: ...'"),
    "a_pair": Entry("para: [tekst, tekst]", "a pair: [text, text]"),
    "an_expression": Entry("liczba albo wyrażenie", "a number or an expression"),
    "decimal_comma": Entry(
        "'{found}' ma przecinek; w talii ułamki dziesiętne pisze się z kropką: {number}",
        "'{found}' has a comma; decks write decimal numbers with a point: {number}",
    ),
    "comma": Entry(
        "'{found}' ma przecinek; ułamek dziesiętny pisze się w talii z kropką: {number}, a liczbę całkowitą bez "
        "odstępów: {whole}",
        "'{found}' has a comma; decks write a decimal number with a point: {number}, and a whole one without gaps: "
        "{whole}",
    ),
    "grouped": Entry(
        "'{found}' ma przecinki; liczbę całkowitą pisze się w talii bez odstępów: {whole}",
        "'{found}' has commas; decks write whole numbers without gaps: {whole}",
    ),
    "a_number": Entry("liczba", "a number"),
    "values": Entry(
        "lista liczb, zakres taki jak 28..64, liczba albo wyrażenie",
        "a list of numbers, a range such as 28..64, a number or an expression",
    ),
    "a_network": Entry(
        "sieć: '3x32x32 | conv2d(16, 5) | relu' albo mapa z 'input: [3, 32, 32]' i listą 'layers'",
        "a network: '3x32x32 | conv2d(16, 5) | relu', or a map with 'input: [3, 32, 32]' and a list 'layers'",
    ),
    "a_tolerance": Entry(
        "tolerancja: exact, odległość taka jak 0.01, '1 %' albo '2 decimals'",
        "a tolerance: exact, a distance such as 0.01, '1 %' or '2 decimals'",
    ),
    "a_quantity": Entry("wielkość: {allowed}, także 'of' warstwa", "a quantity: {allowed}, also 'of' a layer"),
    "an_ask": Entry(
        "wielkość ({allowed}, także 'of' warstwa) albo mapa z 'solve' i 'for'",
        "a quantity ({allowed}, also 'of' a layer), or a map with 'solve' and 'for'",
    ),
    "a_mistake": Entry("nazwa błędu, taka jak size.no_pad", "the id of a mistake, such as size.no_pad"),
    "an_example_answer": Entry(
        "liczba, lista liczb, zagnieżdżone listy albo tekst", "a number, a list of numbers, nested lists or a string"
    ),
    "a_sheet_answer": Entry(
        "lista odpowiedzi, po jednej na etap, albo tekst, w którym rozdziela je '&'",
        "a list of answers, one for each step, or a string in which '&' separates them",
    ),
    "a_step": Entry(
        "to, o co pyta etap, na przykład 'output of conv1', albo mapa z 'ask' i 'title'",
        "what a step asks, such as 'output of conv1', or a map with 'ask' and 'title'",
    ),
    "cells": Entry(
        "liczba, wyrażenie albo zagnieżdżone listy, takie jak [[1, 0], [0, -1]]",
        "a number, an expression, or nested lists such as [[1, 0], [0, -1]]",
    ),
    "an_array": Entry(
        "zakres taki jak -2..3, mapa '{{from: [1, 2, 4]}}', liczba, wyrażenie albo zagnieżdżone listy, takie jak "
        "[[1, 0], [0, -1]]",
        "a range such as -2..3, a map '{{from: [1, 2, 4]}}', a number, an expression, or nested lists such as "
        "[[1, 0], [0, -1]]",
    ),
    "a_loss": Entry("funkcja straty, taka jak cross_entropy(target=0)", "a loss such as cross_entropy(target=0)"),
    "an_optimizer": Entry("optymalizator, taki jak sgd(lr=0.1)", "an optimiser such as sgd(lr=0.1)"),
    # What a card must be as a whole
    "double_id": Entry(
        "id '{id}' jest już w wierszu {line}; każda karta musi mieć własne, także wśród dawnych",
        "the id '{id}' is already in line {line}; every card needs its own, earlier ids included",
    ),
    "option": Entry("opcja ma dokładnie jedno z pól: right, wrong", "an option has exactly one of: right, wrong"),
    "none_right": Entry("żadna opcja nie jest poprawna; dodaj 'right: ...'", "no option is right; add a 'right: ...'"),
    "none_wrong": Entry("żadna opcja nie jest błędna; dodaj 'wrong: ...'", "no option is wrong; add a 'wrong: ...'"),
    "several_right": Entry(
        "poprawnych opcji jest {count}, więc 'multiple' nie może być false",
        (
            "{count} option is right, so 'multiple' cannot be false",
            "{count} options are right, so 'multiple' cannot be false",
        ),
    ),
    "seen_twice": Entry(
        "„{found}” już tu jest; kto odpowiada, nie odróżni jednego od drugiego, więc zmień lub usuń jedno z nich",
        "'{found}' is here already; a learner cannot tell the two apart, so change or remove one of them",
    ),
    "cloze_none": Entry(
        "w zdaniu nie ma luki; luka wygląda tak: {{{{c1::ukryte}}}}",
        "the sentence has no hole; a hole looks like {{{{c1::hidden}}}}",
    ),
    "cloze_open": Entry("ta luka nie jest zamknięta: brakuje '}}}}'", "this hole is not closed: '}}}}' is missing"),
    "cloze_hole": Entry(
        "to nie jest luka; luka wygląda tak: {{{{c1::ukryte}}}} albo {{{{c1::ukryte|też dobrze::podpowiedź}}}}",
        "this is no hole; a hole looks like {{{{c1::hidden}}}} or {{{{c1::hidden|also right::hint}}}}",
    ),
    "cloze_empty": Entry("luka niczego nie ukrywa", "this hole hides nothing"),
    "cloze_groups": Entry(
        "obie wersje językowe muszą mieć te same luki: w pierwszej są {one}, a tu {other}",
        "both languages need the same holes: the first one has {one}, this one {other}",
    ),
    # Texts
    "unpaired_code": Entry(
        "znak '`' nie ma w tym wierszu pary, więc zostanie na ekranie; zamknij kod drugim '`' albo usuń ten znak",
        "this '`' has no partner in its line, so it stays on the screen; close the code with another '`', or delete it",
    ),
    "unpaired_bold": Entry(
        "znak '**' nie ma w tym wierszu pary, więc zostanie na ekranie; domknij pogrubienie, a znak dosłowny weź w `…`",
        "this '**' has no partner in its line, so it stays on the screen; close the bold text, "
        "or write `…` around what is meant literally",
    ),
    "idle_placeholder": Entry(
        "karta typu {type} nie ma zmiennych, więc '{found}' zostanie na ekranie tak, jak tu stoi; daj jej typ, który "
        "ma 'vars' ({others}), a jeśli chodzi o same znaki, napisz `{found}`",
        "a card of type {type} has no variables, so '{found}' stays on the screen as it stands; give it a type with "
        "'vars' ({others}), or write `{found}` if the signs themselves are meant",
    ),
    # Variables, networks, examples
    "range_form": Entry(
        "zakres '{found}' jest nieczytelny; pisz 28..64 albo z odstępem 8..64:8",
        "the range '{found}' cannot be read; write 28..64, or with a step 8..64:8",
    ),
    "range_hyphen": Entry(
        "'{found}' to odejmowanie, więc zawsze ta sama liczba; zakres pisze się z dwiema kropkami: {values}",
        "'{found}' is a subtraction, and so always one number; a range is written with two dots: {values}",
    ),
    "bare_list": Entry(
        "'{found}' to nie lista; kilka wartości pisze się w nawiasach: {values}",
        "'{found}' is no list; several values stand in brackets: {values}",
    ),
    "range_backwards": Entry(
        "zakres '{found}' niczego nie zawiera; zacznij od mniejszej liczby, odstęp musi być dodatni",
        "the range '{found}' is empty; start with the smaller number, and let the step be positive",
    ),
    "range_long": Entry(
        "zakres '{found}' ma więcej niż 10 000 wartości; zwiększ odstęp, na przykład 0..100000:100",
        "the range '{found}' has more than 10,000 values; use a larger step, such as 0..100000:100",
    ),
    "too_many_values": Entry(
        "zakresy tej talii mają razem więcej niż {limit} wartości; zwiększ odstępy albo podziel talię",
        "the ranges of this deck have more than {limit} values together; use larger steps or divide the deck",
    ),
    "variable_name": Entry(
        "'{found}' nie może być nazwą w wyrażeniu: najwyżej 32 znaki a-z, A-Z, 0-9 i '_', na początku litera",
        "'{found}' cannot be a name in an expression: use at most 32 of a-z, A-Z, 0-9 and '_', starting with a letter",
    ),
    "reserved_name": Entry(
        "'{found}' ma już znaczenie w wyrażeniach; wybierz inną nazwę",
        "'{found}' already has a meaning in expressions; choose another name",
    ),
    "torn_layer": Entry(
        "przecinek rozerwał tę warstwę; wpisz warstwy jedną pod drugą z '- ' albo weź każdą w cudzysłów",
        "a comma has torn this layer apart; write the layers on lines of their own with '- ', or quote each",
    ),
    "ask": Entry(
        "nie można zapytać o '{found}'{near} (dozwolone: {allowed}, także 'of' warstwa)",
        "'{found}' cannot be asked{near} (allowed: {allowed}, also 'of' a layer)",
    ),
    "solve_unknown": Entry(
        "karta nie losuje zmiennej '{name}', więc nie ma czego szukać{near}",
        "the card draws no variable '{name}' that could be asked for{near}",
    ),
    "solve_values": Entry(
        "szukana zmienna '{name}' ma więcej niż {limit} wartości, a każda jest sprawdzana; zawęź jej zakres",
        "the variable '{name}' to be found has more than {limit} values, all of which are tried; use a smaller range",
    ),
    "no_such_layer": Entry(
        "sieć nie ma warstwy '{layer}'{near} (jej warstwy: {allowed})",
        "the network has no layer '{layer}'{near} (its layers: {allowed})",
    ),
    "placeholder_open": Entry(
        "to miejsce na liczbę nie jest zamknięte: brakuje '}}'; dosłowne '${{' pisz '$${{'",
        "this placeholder is not closed: '}}' is missing; write a literal '${{' as '$${{'",
    ),
    "example_unknown": Entry("karta nie ma zmiennej '{name}'{near}", "the card has no variable '{name}'{near}"),
    "example_derived": Entry(
        "zmienna '{name}' wynika z innych; usuń ją z przykładu",
        "the variable '{name}' follows from others; delete it from the example",
    ),
    "example_missing": Entry(
        "przykład nie podaje wartości zmiennych: {names}", "the example gives no value for: {names}"
    ),
    # What goes through a network
    "ragged": Entry(
        "pozycji w tej liście: {count}, a musi być tyle, ile w pierwszej: {expected}",
        (
            "this list has {count} item, it needs as many as the first one: {expected}",
            "this list has {count} items, it needs as many as the first one: {expected}",
        ),
    ),
    "cell_beside_list": Entry(
        "liczba stoi obok listy; w jednej liście mogą być same liczby albo same listy",
        "a number stands beside a list; a list holds either numbers or lists",
    ),
    "too_many_axes": Entry(
        "tablica o zbyt wielu osiach (dozwolone: {limit}); usuń zbędne nawiasy",
        "an array of too many axes (allowed: {limit}); remove the brackets that are not needed",
    ),
    "torn_call": Entry(
        "przecinek rozerwał to wyrażenie; weź je całe w cudzysłów",
        "a comma has torn this apart; put the whole of it in quotes",
    ),
    "given_twice": Entry(
        "pole '{field}' jest już w mapie 'network'; zostaw jedno z nich",
        "the field '{field}' is already in the map 'network'; keep one of the two",
    ),
    "no_such_data": Entry(
        "sieć nie ma tablicy '{found}'{near} (można podać: input, parametry takie jak conv1.weight, "
        "a także 'output of' i 'gradient of' z nazwą warstwy)",
        "the network has no array '{found}'{near} (what can be given: input, parameters such as conv1.weight, "
        "'output of' and 'gradient of' a layer)",
    ),
    "shown_unknown": Entry(
        "w polu 'data' nie ma tablicy '{found}', którą można by pokazać{near}",
        "'data' has no array '{found}' that could be shown{near}",
    ),
    "wrong_value": Entry(
        "własne błędne odpowiedzi można podać tam, gdzie pytamy o rozmiar albo liczbę, a nie o wartości z sieci; "
        "tu służy do tego diagnose",
        "wrong answers of your own can be given where a size or a count is asked, not for values of the network; "
        "use diagnose here",
    ),
    "no_data": Entry(
        "do tego pytania trzeba liczb; dodaj to, z czego wynika odpowiedź, "
        "na przykład 'data: {{input: 0..3, conv1.weight: -1..1}}'",
        "this question needs numbers; add what the answer follows from, "
        "such as 'data: {{input: 0..3, conv1.weight: -1..1}}'",
    ),
    "no_loss": Entry(
        "sieć nie ma funkcji straty; dodaj ją, na przykład 'loss: cross_entropy(target=0)'",
        "the network has no loss; add one, such as 'loss: cross_entropy(target=0)'",
    ),
    "no_gradient": Entry(
        "nie wiadomo, od czego zacząć gradient; dodaj funkcję straty, na przykład 'loss: cross_entropy(target=0)', "
        "albo podaj w 'data' gradient wyjścia którejś warstwy, na przykład 'gradient of conv1: -2..2'",
        "the gradient has nothing to start from; add a loss, such as 'loss: cross_entropy(target=0)', "
        "or give the gradient of a layer's output in 'data', such as 'gradient of conv1: -2..2'",
    ),
    "no_optimizer": Entry(
        "nie wiadomo, jak zmienić parametry; dodaj optymalizator, na przykład 'optimizer: sgd(lr=0.1)'",
        "nothing says how the parameters change; add an optimiser, such as 'optimizer: sgd(lr=0.1)'",
    ),
    "loss_of": Entry(
        "strata należy do całej sieci; napisz samo 'loss'",
        "the loss belongs to the whole network; write 'loss' alone",
    ),
    "ask_of": Entry(
        "napisz, czego to dotyczy: '{found} of' i jedna z nazw, na przykład: {names}",
        "say what it is about: '{found} of' and a name, such as: {names}",
    ),
    "no_such_array": Entry(
        "nie można zapytać o '{found}' (dozwolone po 'of': {allowed})",
        "'{found}' cannot be asked (allowed after 'of': {allowed})",
    ),
    "condition_no_data": Entry(
        "'{name}' to wartość, a karta nie ma pola 'data', z którego by wynikała; dodaj je albo usuń warunek",
        "'{name}' is a value, but the card has no 'data' that it could follow from; add it or delete the condition",
    ),
    "no_such_value": Entry(
        "sieć nie ma wartości '{name}', o której mówi warunek{near}",
        "the network has no '{name}' that a condition could look at{near}",
    ),
    "no_window": Entry(
        "nie ma czegoś takiego jak '{name}': okna mają tylko splot i pooling",
        "there is no '{name}': only convolution and pooling have windows",
    ),
    "example_no_array": Entry(
        "w polu 'data' karty nie ma tablicy '{found}'{near}", "the 'data' of the card has no array '{found}'{near}"
    ),
    "example_arrays": Entry(
        "przykład nie podaje tablic, które karta losuje: {names}; wpisz je w jego polu 'data'",
        "the example does not give the arrays that the card draws: {names}; write them into its 'data'",
    ),
    "example_steps": Entry(
        "odpowiedzi w przykładzie: {count}, a etapów: {steps}",
        (
            "the example has {count} answer, the sheet {steps} steps",
            "the example has {count} answers, the sheet {steps} steps",
        ),
    ),
}

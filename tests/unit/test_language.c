/* Quotes in German, French and Spanish: the words come from tables, the rules
 * are those of English. */
#include "test_quotes.h"

#include <locale.h>

#include "dateline/report/language.h"

/* A few words to tell the language by, and somebody to speak of. */
#define DE "Anna Zwaan ist die Müllerin der Stadt und das Mehl ist von ihr. "
#define FR "Anna Zwaan est la meunière de la ville et les sacs sont pour elle. "
#define ES "Ana Zwaan es la molinera y los sacos son para ella en la villa. "

static const struct speaker_row german[] = {
	{ "sagte S", DE "„Wir haben sehr lange gewartet“, sagte Anna Zwaan.",
	    "Anna Zwaan Q10" },
	{ "S sagte", DE "„Wir haben sehr lange gewartet“, Zwaan sagte es.",
	    "Anna Zwaan (Zwaan) Q10" },
	{ "hat S gesagt", DE "„Wir haben sehr lange gewartet“, hat Zwaan gesagt.",
	    "Anna Zwaan (Zwaan) Q10" },
	{ "a colon", DE "Der Bäcker Jonas Amsel sagte am Montag: „Ich kaufe"
	    " mein Mehl hier.“", "Jonas Amsel Q11" },
	{ "a title", DE "„Wir haben lange gewartet“, sagte Bürgermeister Amsel.",
	    "Amsel Q10" },
	{ "Herr", DE "„Wir haben lange gewartet“, meinte Herr Amsel. „Jetzt ist"
	    " es gut“, sagte er.", "Amsel Q10\nAmsel (er) Q10" },
	{ "sie is not he", DE "Jonas Amsel kam. „Wir haben lange gewartet“,"
	    " sagte sie.", "Anna Zwaan (sie) Q10" },
	{ "nach Angaben von", DE "Nach Angaben von Jonas Amsel ist es „in einem"
	    " sehr schlechten Zustand“.", "Jonas Amsel Q11" },
	{ "laut", DE "Laut Herrn Amsel war es „ein sehr schöner Tag für alle“.",
	    "Amsel Q11" },
	{ "so S", DE "„Wir haben sehr lange gewartet“, so Jonas Amsel.",
	    "Jonas Amsel Q10" },
	{ "so schön", DE "Es war „ein sehr schöner Tag für alle“ und so schön"
	    " war es nie.", "" },
	{ "wie S sagte", DE "„Wir warten jetzt nur noch“, wie Jonas Amsel sagte, „auf das"
	    " Geld der Stadt.“", "Jonas Amsel Q13\nJonas Amsel Q11" },
	{ "nannte", DE "Zwaan nannte es „einen sehr schweren Fehler der"
	    " Richter“.", "Anna Zwaan (Zwaan) Q11" },
	{ "a noun", DE "Eine Sprecherin erklärte: „Wir prüfen den Fall.“",
	    "Eine Sprecherin Q11" },
	{ "a noun is no name", DE "Die Mühle stand. „Wir haben lange gewartet“,"
	    " sagte der Müller.", "der Müller Q10" },
	{ "guillemets", DE "»Wir gehen nicht«, rief Klara Denk, die dort wohnt.",
	    "Klara Denk Q10" },
	{ "nobody", DE "„Wir haben sehr lange gewartet“, sagten wir.", " (wir)" },
};

static const struct speaker_row french[] = {
	{ "a déclaré S", FR "« Nous avons attendu », a déclaré Anna Zwaan.",
	    "Anna Zwaan Q10" },
	{ "dit S", FR "« Nous avons attendu », dit Zwaan.",
	    "Anna Zwaan (Zwaan) Q10" },
	{ "dit-elle", FR "« Nous avons attendu », dit-elle.",
	    "Anna Zwaan (elle) Q10" },
	{ "a-t-il", FR "Jonas Amsel a dit non. « Le sac est vide », a-t-il"
	    " expliqué.", "Jonas Amsel (il) Q10" },
	{ "ajoute-t-il", FR "Jonas Amsel a dit non. « Le sac est vide »,"
	    " ajoute-t-il.", "Jonas Amsel (il) Q10" },
	{ "a colon", FR "Le boulanger Jonas Amsel a dit lundi : « Le sac est"
	    " vide. »", "Jonas Amsel Q11" },
	{ "M.", FR "« Nous avons attendu », affirme M. Amsel. « C’est fini »,"
	    " dit-il.", "Amsel Q10\nAmsel (il) Q10" },
	{ "Mme", FR "Jonas Amsel parle. « Nous avons attendu », selon Mme"
	    " Denk.", "Denk Q10" },
	{ "selon", FR "Selon Jonas Amsel, le sac est « dans un très mauvais"
	    " état ».", "Jonas Amsel Q11" },
	{ "d'après", FR "D’après l’avocate, le sac est « dans un très mauvais"
	    " état ».", "l’avocate Q11" },
	{ "s'est exclamé", FR "« Quelle journée ! », s’est exclamé Jonas Amsel,"
	    " qui arrive.", "Jonas Amsel Q10" },
	{ "a qualifié", FR "M. Amsel a qualifié le choix de « très grave erreur"
	    " des juges ».", "Amsel Q11" },
	{ "a noun", FR "Une porte-parole de la mairie précise : « Le sac est"
	    " vide. »", "Une porte-parole de la mairie Q11" },
	{ "disent-ils", FR "« Nous avons attendu », disent-ils.", " (ils)" },
};

static const struct speaker_row spanish[] = {
	{ "dijo S", ES "«Hemos esperado mucho tiempo», dijo Ana Zwaan.",
	    "Ana Zwaan Q10" },
	{ "S dijo", ES "Jonás Amsel dijo: «Compro mi harina aquí.»",
	    "Jonás Amsel Q11" },
	{ "a surname", ES "«Hemos esperado mucho tiempo», afirmó Zwaan.",
	    "Ana Zwaan (Zwaan) Q10" },
	{ "ha dicho S", ES "«El saco está vacío», ha dicho Jonás Amsel.",
	    "Jonás Amsel Q10" },
	{ "él", ES "Jonás Amsel dijo no. «El saco está vacío», añadió él.",
	    "Jonás Amsel (él) Q10" },
	{ "ella", ES "«Hemos esperado mucho», explicó ella.",
	    "Ana Zwaan (ella) Q10" },
	{ "según", ES "Según Clara Denk, el saco está «en un estado muy malo».",
	    "Clara Denk Q11" },
	{ "según, behind", ES "«Hemos esperado mucho», según la Sra. Denk.",
	    "Denk Q10" },
	{ "Sr.", ES "El Sr. Amsel calificó la idea de «un error muy grave de"
	    " todos».", "Amsel Q11" },
	{ "a name and a clause", ES "«¡Qué día!», exclamó Clara Denk, que vive"
	    " en el molino.", "Clara Denk Q10" },
	{ "a title", ES "«Hemos esperado mucho», aseguró la alcaldesa Clara"
	    " Denk.", "Clara Denk Q10" },
	{ "a noun", ES "Una portavoz del ayuntamiento precisó: «El saco está"
	    " vacío.»", "Una portavoz del ayuntamiento Q11" },
	{ "goes on", ES "«El saco está vacío», dijo Jonás Amsel. «Y es tarde.»",
	    "Jonás Amsel Q10\nJonás Amsel Q16" },
	{ "nobody", ES "«Hemos esperado mucho tiempo» y la lluvia cae.", "" },
};

/* Reports of one sentence, in which nothing else tells the language. */
static const struct speaker_row alone[] = {
	{ "sagte", "„Wir haben gewartet“, sagte Jan Roos.", "Jan Roos Q10" },
	{ "erklärte", "„Wir haben gewartet“, erklärte Jan Roos.",
	    "Jan Roos Q10" },
	{ "betonte", "„Die Brücke bleibt noch zu“, betonte Jan Roos.",
	    "Jan Roos Q10" },
	{ "teilte mit", "„Die Brücke bleibt noch zu“, teilte Jan Roos mit.",
	    "Jan Roos Q10" },
	{ "betonte:", "Jan Roos betonte: „Brücken bleiben.“", "Jan Roos Q11" },
	{ "Herr", "»Alles bleibt noch zu«, sagte Herr Ott.", "Ott Q10" },
	{ "a déclaré", "« Nous avons attendu », a déclaré Jan Roos.",
	    "Jan Roos Q10" },
	{ "a dit", "« Nous avons attendu », a dit Jan Roos.", "Jan Roos Q10" },
	{ "affirme", "« Le pont reste fermé », affirme Jan Roos.",
	    "Jan Roos Q10" },
	{ "selon", "« Le pont reste fermé », selon Jan Roos.", "Jan Roos Q10" },
	{ "Selon", "Selon Jan Roos, « le pont reste fermé depuis lundi ».",
	    "Jan Roos Q11" },
	{ "dijo", "«Hemos esperado», dijo Jan Roos.", "Jan Roos Q10" },
	{ "afirmó", "«El puente sigue cerrado», afirmó Jan Roos.",
	    "Jan Roos Q10" },
	{ "declaró", "«El puente sigue cerrado», declaró Jan Roos.",
	    "Jan Roos Q10" },
	{ "según", "«El puente sigue cerrado», según Jan Roos.",
	    "Jan Roos Q10" },
	{ "Según", "Según Jan Roos, «el puente sigue cerrado desde ayer».",
	    "Jan Roos Q11" },
	{ "what was said is English", "“We waited all day for you”, sagte Jan"
	    " Roos.", "Jan Roos Q10" },
	{ "… and Spanish is not", "“We waited all day for you”, dijo Jan Roos.",
	    "Jan Roos Q10" },
	{ "what was said is German", "“Wir haben lange gewartet”, said Jan"
	    " Roos.", "Jan Roos Q10" },
	{ "what was said is French", "“Le pont est fermé, c’est la vie”, Jan"
	    " Roos said.", "Jan Roos Q10" },
};

/* Articles whose paragraphs are in several. */
static const struct speaker_row mixed[] = {
	{ "German in English", "The bridge of the town was shut and the mayor"
	    " was there for the people.\n„Wir haben gewartet“, sagte Jan"
	    " Roos.\n“We wait,” he said.",
	    "Jan Roos Q10\nJan Roos (he) Q10" },
	{ "English and Spanish in German", DE "\n“We have waited,” said Jan"
	    " Roos.\n«El puente sigue cerrado», dijo Ann Marlow.",
	    "Jan Roos Q10\nAnn Marlow Q10" },
	{ "French in Spanish", ES "\n« Nous avons attendu », a déclaré Jan"
	    " Roos.", "Jan Roos Q10" },
};

static void
test_rows(void **state)
{
	(void)state;
	check_speakers(german, COUNT(german));
	check_speakers(french, COUNT(french));
	check_speakers(spanish, COUNT(spanish));
	check_speakers(alone, COUNT(alone));
	check_speakers(mixed, COUNT(mixed));
}

static void
test_which(void **state)
{
	static const struct {
		const char *name;
		const char *text;
		enum language lang;
	} texts[] = {
		{ "nothing", "", LANG_ENGLISH },
		{ "English", "The mill of the town was old.", LANG_ENGLISH },
		{ "German", "Das ist die Mühle der Stadt.", LANG_GERMAN },
		{ "French", "Les moulins et le pont.", LANG_FRENCH },
		{ "Spanish", "Los molinos y el puente.", LANG_SPANISH },
		{ "capitals", "DIE STADT UND DAS DORF", LANG_GERMAN },
		{ "a name in English", "Jan van der Meer sails.",
		    LANG_ENGLISH },
		{ "a foreign title", "The mill of the novel Das Boot der die"
		    " und was old, and of the town.", LANG_ENGLISH },
		{ "no word is known", "Mlýn a most.", LANG_ENGLISH },
		{ "a verb", "Jan Roos betonte es.", LANG_GERMAN },
		{ "one word", "War.", LANG_ENGLISH },
		{ "a first name", "Lance Roos said non.", LANG_ENGLISH },
		{ "a car", "The car is at the main court.", LANG_ENGLISH },
		{ "cut off", "Elle a dit \xE2", LANG_FRENCH },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(texts); i++)
		check_int(texts[i].name, language_of(str_c(texts[i].text)),
		    texts[i].lang);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_which),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}

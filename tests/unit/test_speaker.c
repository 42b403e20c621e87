/* Who said it, in English. */
#include "test_quotes.h"

#include <locale.h>

#define ANN "Ann Ferrow runs the ferry. "
#define BO  "Bo Lind keeps the pier. Mr. Lind is old. "
#define Q   "“The ferry is late again,” "

static const struct speaker_row rows[] = {
	/* Q10 */
	{ "S said", Q "Ann Ferrow said.", "Ann Ferrow Q10" },
	{ "said S", Q "said Ann Ferrow.", "Ann Ferrow Q10" },
	{ "he said", ANN Q "she said.", "Ann Ferrow (she) Q10" },
	{ "said he", BO Q "said he.", "Bo Lind (he) Q10" },
	{ "he'd", BO "There, he’d greet them with “a word or two of his own.”",
	    "Bo Lind (he’d) Q14" },
	{ "she'll", ANN "“It is late,” she'll say.",
	    "Ann Ferrow (she'll) Q10" },
	{ "asked", "“Is it late?” Ann Ferrow asked.", "Ann Ferrow Q10" },
	{ "a new sentence", "“Is it late?” Ann Ferrow left the pier.",
	    "Ann Ferrow Q17" },
	{ "later", Q "Ann Ferrow later told the harbour master.",
	    "Ann Ferrow Q10" },
	{ "on a day", Q "Ann Ferrow on Tuesday said.", "Ann Ferrow Q10" },
	{ "with an appositive", Q "Ann Ferrow, a pilot from Ulm, said.",
	    "Ann Ferrow Q10" },
	{ "with a clause", Q "Ann Ferrow, who lives in Ulm, Bavaria, said.",
	    "Ann Ferrow Q10" },
	{ "with her age", Q "Ann Ferrow, 54, said in an email.",
	    "Ann Ferrow Q10" },
	{ "an appositive behind", Q "said Ann Ferrow, a pilot.",
	    "Ann Ferrow Q10" },
	{ "a title", Q "said the Rev. Ann Ferrow.", "Ann Ferrow Q10" },
	{ "a councillor", Q "said Cllr. Ann Ferrow.", "Ann Ferrow Q10" },
	{ "an office of two words", Q "said Chief Executive Ann Ferrow.",
	    "Ann Ferrow Q10" },
	{ "an office of one", Q "Harbourmaster Ann Ferrow said.",
	    "Ann Ferrow Q10" },
	{ "a subject of one sentence", ANN "A spokesman was late. " Q
	    "he said.", "A spokesman (he) Q10" },
	{ "somebody's brother", ANN BO "Ann Ferrow’s brother waited at the"
	    " gate. " Q "he said.", "Ann Ferrow’s brother (he) Q10" },
	{ "her daughter", ANN "Her daughter was late. " Q "she said.",
	    "Her daughter (she) Q10" },
	{ "not her daughter", ANN BO "Lind is late. Her daughter was late. " Q
	    "he said.", "Bo Lind (he) Q10" },
	{ "put it", ANN "A nurse put it another way. " Q "she said.",
	    "A nurse (she) Q10" },
	{ "a name came after", ANN "A nurse was late. Ferrow was not. " Q
	    "she said.", "Ann Ferrow (she) Q10" },
	{ "a firm", "The company, Ferrow & Sons, said: “We are sorry.”",
	    "Ferrow & Sons Q11" },
	{ "counsel", "Counsel to the pier, Ann Ferrow QC, said: “We are"
	    " sorry.”", "Ann Ferrow QC Q11" },
	{ "a worker named", "A worker named Bo Lind was late. " Q "he said.",
	    "Bo Lind (he) Q10" },
	{ "the subject within", BO ANN "Lind was late. It was not the first"
	    " time that Emil Roos waited. " Q "he said.",
	    "Emil Roos (he) Q10" },
	{ "the subject within, in one sentence", BO "Bo Lind said so. But he held"
	    " on to what Emil Roos has, and he said it was “a very rusty"
	    " old tub.”", "Bo Lind (he) Q11" },
	{ "the subject within, but she", BO ANN "It was not the first time that"
	    " Bo Lind waited. " Q "she said.", "Ann Ferrow (she) Q10" },
	{ "the judge", "Judge Ann Ferrow met Ms. Eva Odu. Ms. Odu left. The"
	    " judge left on Monday, tired. " Q "she said.",
	    "Ann Ferrow (she) Q10" },
	{ "the director", "The director, Ann Ferrow, met Ms. Eva Odu. Ms. Odu"
	    " left. The director told her to wait. " Q "she said.",
	    "Ann Ferrow (she) Q10" },
	{ "described by", "The pier was described by Ulm’s chairman, Sir Bo"
	    " Lind, as “one of the great mysteries of the lake”.",
	    "Bo Lind Q11" },
	{ "within, with an appositive", ANN BO "Ferrow said that her brother,"
	    " Jan Roos, had asked her “where in the world the ferry was.”",
	    "Jan Roos Q11" },
	{ "one of them", Q "said one of them, Jan Roos.", "Jan Roos Q10" },
	{ "a spokesman for one of them", Q "said a spokesman for one of them,"
	    " Roos Brothers.", "a spokesman for one of them Q10" },
	{ "a term before the verb", BO "Jan Roos, who rows in"
	    " what they call the “Shed,” dismissed talk of the title. " Q
	    "he said.", "Jan Roos (he) Q10" },
	{ "a seed is no verb", "Eva Roos beat Ann Ferrow. Roos, the third"
	    " seed, had met Ferrow before. " Q "she said.",
	    "Eva Roos (she) Q10" },
	{ "a first name tells", "Sabine Roos met Emil Lind. " Q "she said.",
	    "Sabine Roos (she) Q10" },
	{ "an office with a country", Q "U.S. Secretary of State Ann Ferrow"
	    " said.", "Ann Ferrow Q10" },
	{ "an office of a department", Q "said U.S. Secretary of Homeland"
	    " Repair Ann Ferrow.", "Ann Ferrow Q10" },
	{ "an office, and somebody else", ANN BO "Lind is Secretary of the"
	    " Ferry Union. " Q "Ferrow said.", "Ann Ferrow (Ferrow) Q10" },
	{ "a trade", Q "Farmer Ann Ferrow said.", "Ann Ferrow Q10" },
	{ "a trade that is a name", Q "Paul Farmer said.", "Paul Farmer Q10" },
	{ "two verbs", ANN "Ferrow smiles and says, “The ferry is late.”",
	    "Ann Ferrow (Ferrow) Q11" },
	{ "a noun and a verb", ANN "Ferrow supporters said, “The ferry is"
	    " late.”", "Ferrow supporters Q11" },
	{ "a party and a title", Q "Republican Sen. Ann Ferrow said.",
	    "Ann Ferrow Q10" },
	{ "state in brackets", Q "Sen. Ann Ferrow (R-Ulm) said.",
	    "Ann Ferrow Q10" },
	{ "state after a comma", Q "Sen. Ann Ferrow, R-Ulm, said.",
	    "Ann Ferrow Q10" },
	{ "nouns before the name", Q "said former mill director Ann Ferrow.",
	    "Ann Ferrow Q10" },
	{ "chief of", Q "said chief of staff Ann Ferrow.", "Ann Ferrow Q10" },
	{ "a noun and its name", Q "said a spokeswoman for the mill, Ann"
	    " Ferrow.", "Ann Ferrow Q10" },
	{ "a nickname", Q "said Anna “Nan” Ferrow.",
	    "Anna “Nan” Ferrow Q10" },
	{ "a noun", Q "a harbour pilot said.", "a harbour pilot Q10" },
	{ "a noun behind", Q "said the two lawmakers.",
	    "the two lawmakers Q10" },
	{ "a noun with of", Q "said a friend of the pilot.",
	    "a friend of the pilot Q10" },
	{ "one's spokesman", Q "Ferrow’s spokesman said.",
	    "Ferrow’s spokesman Q10" },
	{ "according to", Q "according to Ann Ferrow.", "Ann Ferrow Q10" },
	{ "put it", Q "as Ann Ferrow put it.", "Ann Ferrow Q13" },
	{ "went on", ANN Q "she went on.", "Ann Ferrow (she) Q10" },
	{ "the comma left out", "“The ferry is late again” Ann Ferrow said.",
	    "Ann Ferrow Q10" },
	{ "in the view", Q "in Ferrow’s view.", "Ferrow Q10" },
	{ "a nested quote at its end",
	    "“He called it ‘a rusty tub,’ ” Ann Ferrow said.",
	    "Ann Ferrow Q10" },
	{ "point out", Q "as Ann Ferrow pointed out.", "Ann Ferrow Q13" },
	{ "an initial", Q "Ann A. Ferrow, a pilot of Ulm, said.",
	    "Ann A. Ferrow Q10" },
	{ "the daily", Q "the daily wrote.", "the daily Q10" },
	{ "two", "The two sailors left. " Q "the two say.", "the two Q10" },
	{ "another", Q "another says.", "another Q10" },
	{ "another claim is none", "“The ferry was late.” Another claim fell.",
	    "" },
	{ "per", Q "per the harbour rules.", "the harbour rules Q10" },
	{ "per day", "The pier takes ten boats per day and was “a very rusty"
	    " old tub of a pier.”", "" },
	{ "a source close to", Q "said a source close to the mill.",
	    "a source close to the mill Q10" },
	{ "a poll conducted in", Q "according to a poll conducted in Ulm.",
	    "a poll conducted in Ulm Q10" },
	{ "a letter released", "A letter released Monday by the mayor says the"
	    " ferry is “late and late and late.”",
	    "A letter released Monday by the mayor Q11" },
	{ "what she voted for is not her", Q "a woman voted in Ulm and said.",
	    "a woman Q10" },
	{ "known as", Q "said a pilot known as Bob.", "Bob Q10" },
	{ "two titles", Q "said former Ulm Gov. and Pier Committee Chairman Bo"
	    " Lind.", "Bo Lind Q10" },
	{ "two people", Q "said the mayor and the pilot Bo Lind.",
	    "the mayor Q10" },
	{ "secretary of", Q "said Secretary of State Ann Ferrow.",
	    "Ann Ferrow Q10" },
	{ "a state's", Q "state Sen. Ann Ferrow said.", "Ann Ferrow Q10" },
	{ "a noun, the name, a bracket", Q "Lind’s niece, state Del. Ann Ferrow"
	    " (D-Ulm), shouted.", "Ann Ferrow Q13" },
	{ "a quote for a word", "Lind was a “good old friend of mine,” Ann"
	    " Ferrow said.", "Ann Ferrow Q10" },
	{ "an aside", "The pier, says Ann Ferrow, a pilot, was “as rusty as a"
	    " pier can be.”", "Ann Ferrow Q11" },
	{ "told somebody", "Ann Ferrow, who came late, told Bo Lind, “It is as"
	    " late as it can be.”", "Ann Ferrow Q11" },

	/* Q11 */
	{ "S said that", "Ann Ferrow said that the ferry is “late again and"
	    " again and again.”", "Ann Ferrow Q11" },
	{ "S said, comma", "Ann Ferrow said, “It is late.”",
	    "Ann Ferrow Q11" },
	{ "coordinated verbs", "Ann Ferrow turned to Bo Lind and said “the"
	    " ferry is late again.”", "Ann Ferrow Q11" },
	{ "coordinated, with an appositive",
	    "As she left, Ann Ferrow turned to her host, Bo Lind, and said the"
	    " sea was “as wild as it can be.”", "Ann Ferrow Q11" },
	{ "a participle", "Ann Ferrow wrote to Bo Lind, calling the ferry “a"
	    " very rusty old tub.”", "Ann Ferrow Q11" },
	{ "a complement", "Ann Ferrow said Bo Lind called it “a very rusty old"
	    " tub.”", "Bo Lind Q11" },
	{ "and is the main one's", "Ann Ferrow said Bo Lind was right and"
	    " called it “a very rusty old tub.”", "Ann Ferrow Q11" },
	{ "who", "The mayor praised Ann Ferrow, who said the sea was “as wild"
	    " as it can be.”", "Ann Ferrow Q11" },
	{ "who, with a place", "The mayor met Ann Ferrow of Ulm, who said the"
	    " sea was “as wild as it can be.”", "Ann Ferrow Q11" },
	{ "who, and said again", "Ann Ferrow told a man who claimed to know"
	    " the sea that “it is as wild as it can be.”", "Ann Ferrow Q11" },
	{ "by", "The ferry was called “a very rusty old tub indeed” by Ann"
	    " Ferrow.", "Ann Ferrow Q11" },
	{ "with S saying", "The talks ended, with Ann Ferrow calling it “a very"
	    " rusty old tub.”", "Ann Ferrow Q11" },
	{ "speaking in", "Speaking in Ulm, Ann Ferrow said the sea was “as wild"
	    " as it can be.”", "Ann Ferrow Q11" },
	{ "asked about", "Asked about the ferry, Ann Ferrow said “it is late"
	    " again and again.”", "Ann Ferrow Q11" },
	{ "the place is not the subject", "In Port Ulm, Ann Ferrow said the sea"
	    " was “as wild as it can be.”", "Ann Ferrow Q11" },
	{ "the owner is not the subject", "Ferrow’s pilot said the sea was “as"
	    " wild as it can be.”", "Ferrow’s pilot Q11" },
	{ "a thing", "The letter said the sea was “as wild as it can be.”",
	    "The letter Q11" },
	{ "it", "The Ulm Herald disagreed. It said the sea was “as wild as it"
	    " can be.”", "Ulm Herald (It) Q11" },
	{ "it would", "Ann Ferrow said it would tell a tale of “wind and rain"
	    " and rain and wind.”", "Ann Ferrow Q11" },
	{ "as a leader", "Ann Ferrow, a pilot, backs Bo Lind as a leader and in"
	    " a letter praised “his many long years at sea.”",
	    "Ann Ferrow Q11" },
	{ "as S put it", "As Bo Lind, author of “Rusty Tubs,” put it, “It is as"
	    " late as it can be.”", "Bo Lind Q11" },
	{ "with S of T saying", "The talks ended, with the crew of the ferry"
	    " saying it was “as late as it can be.”",
	    "the crew of the ferry Q11" },
	{ "in brackets", "The tub sank (Ann Ferrow, who saw it, once said, “It"
	    " is as wet as it can be”).", "Ann Ferrow Q11" },
	{ "a participle first", "Retired Navy Col. Ann Ferrow left the pier and"
	    " later said, “It is as wet as it can be.”", "Ann Ferrow Q11" },
	{ "her remark", ANN "The mayor left over her remark that “the sea is no"
	    " place for a mayor.”", "Ann Ferrow (her) Q11" },
	{ "S’s call for", "The mayor heard Ann Ferrow’s call for “an end to"
	    " all the late ferries.”", "Ann Ferrow Q11" },
	{ "her boat is no remark", ANN "The mayor left in her boat that “sails"
	    " as well as it can.”", "The mayor Q14" },
	{ "like saying", "Ann Ferrow said it was like saying the ferry “is as"
	    " late as it can be.”", "Ann Ferrow Q11" },
	{ "said in the sentence before", "Ann Ferrow said so. The ferry was"
	    " “a very rusty old tub.”", "Ann Ferrow Q16" },
	{ "somebody who said nothing before", ANN "The ferry was “a very rusty old"
	    " tub.”", "" },
	{ "said in the paragraph before", "Ann Ferrow said so.\n\nThe ferry"
	    " was “a very rusty old tub.”", "" },
	{ "it spoke in the paragraph before", ANN "The jury said it was late."
	    "\n\nIt said the ferry was “a very rusty old tub.”",
	    "The jury (It) Q11" },
	{ "it, but a pollster spoke", ANN "The pollster said it was late.\n\nIt said"
	    " the ferry was “a very rusty old tub.”", " (It)" },
	{ "began, far from the quote", "The captain’s tour began at noon, and the"
	    " ferry was “a very rusty old tub.”", "" },
	{ "began, beside it", "Ann Ferrow began, “The ferry is late.”",
	    "Ann Ferrow Q11" },
	{ "what S called", BO "Lind left, a move the crew called “a very rusty"
	    " old end of it all.”", "the crew Q11" },
	{ "what S called, by name", BO "Lind left, a move Ann Ferrow called “a"
	    " very rusty old end.”", "Ann Ferrow Q11" },
	{ "her husband by his first name", ANN "Her husband, Emil, was late. " Q
	    "said her husband, Emil.", "Emil Q10" },
	{ "her husband after a place", ANN "Her husband, Ulm, was late. " Q
	    "said her husband, Ulm.", "her husband Q10" },
	{ "a text that says", BO "Lind has a letter that calls the ferry “a very"
	    " rusty old tub.”", "a letter Q11" },
	{ "a pier that is said", BO "Lind had a pier that called for “a very"
	    " rusty old tub.”", "Bo Lind (Lind) Q11" },
	{ "asked for something", ANN BO "Lind said she never asked for a ferry,"
	    " which was “a very rusty old tub.”", "Bo Lind (Lind) Q11" },
	{ "asked for words", BO "Lind asked for “a very rusty old tub.”",
	    "Bo Lind (Lind) Q11" },
	{ "asked him", BO ANN "Lind was late. Emil Roos asked him about the ferry."
	    " " Q "he said.", "Bo Lind (he) Q10" },
	{ "asked her, but he said", BO ANN "Emil Roos asked her about the ferry."
	    " " Q "he said.", "Emil Roos (he) Q10" },
	{ "asked her crew", ANN "Eva Roos asked her crew about the ferry. " Q
	    "she said.", "Eva Roos (she) Q10" },
	{ "how it was said", BO ANN "Ann Ferrow greeted Lind, who answered"
	    " slowly: “Late.”", "Bo Lind (Lind) Q11" },
	{ "a colon, and the subject cannot speak", ANN "The delay would not"
	    " surprise Bo Lind, who told Ferrow at noon: “It is late.”",
	    "Bo Lind Q11" },
	{ "the work he did", BO "Emil Roos said so. Lind, for all the work he did,"
	    " was late. " Q "he said.", "Bo Lind (he) Q10" },
	{ "right to say", BO ANN "Ferrow said Lind was right to tell Mr. Roos “to"
	    " stay on a very rusty tub.”", "Ann Ferrow (Ferrow) Q11" },
	{ "President Lind is not Ida Lind", "President Lind was late. Ida Lind was"
	    " not. " Q "President Lind said.", "Lind Q10" },
	{ "Ms. Lind is Ida Lind", "Ms. Lind was late. Ida Lind was wet. " Q
	    "Ms. Lind said.", "Ida Lind (Lind) Q10" },
	{ "Mayor Lind is Mayor Ida Lind", "Mayor Lind was late. Mayor Ida Lind"
	    " was wet. " Q "Lind said.", "Ida Lind (Lind) Q10" },
	{ "which of two has the title", "Senator Bo Lind met Mayor Ida Lind. Ida"
	    " Lind was late. " Q "Senator Lind said.", "Lind Q10" },
	{ "a clause that is closed", "While nobody says how it will end, “a very"
	    " rusty old tub” will sail, said Ann Ferrow.", "Ann Ferrow Q13" },
	{ "to which S replied", ANN BO "Ferrow said it was late, to which Lind"
	    " replied:\n\n“Not late, but very late.”", "Bo Lind (Lind) Q17" },
	{ "a colon, and the paragraph before", "Ann Ferrow said so.\n\nThen, on"
	    " Monday: “The ferry is late.”", "Ann Ferrow Q17" },
	{ "spoken of in other words", ANN BO "Ferrow was short. “It is late,”"
	    " she said. Lind “will have to wait until Monday.”",
	    "Ann Ferrow (she) Q10\nAnn Ferrow (she) Q16" },

	/* Q12 */
	{ "a colon", "Ann Ferrow had an answer: “The ferry is late.”",
	    "Ann Ferrow Q12" },
	{ "a script", "FERROW: “The ferry is late.”", "FERROW Q12" },
	{ "a cue and a colon", "Ann Ferrow said: “The ferry is late.”",
	    "Ann Ferrow Q11" },
	{ "the one before the colon", "The delay does not surprise the pilot"
	    " Ann Ferrow: “The ferry is late.”", "Ann Ferrow Q12" },
	{ "it", "It was blunt: “The ferry is late.”", " (It)" },
	{ "a transcript without marks", ANN "\nFERROW: It is late.\nLIND: So"
	    " it is, he said.\nFERROW: And “so” it was.",
	    "Ann Ferrow (FERROW) Q12\nLIND Q12\nAnn Ferrow (FERROW) Q12" },
	{ "no transcript", "CORRECTION: It is late.\nNOTE: So it is.\nPS: It"
	    " was.", "" },
	{ "a transcript in marks", ANN "\n“FERROW: Is it late?\n“It was late"
	    " before.\n“LIND: So it is.”",
	    "Ann Ferrow (FERROW) Q12\nAnn Ferrow (FERROW) Q16\nLIND Q12" },

	/* Q13, Q14, Q15 */
	{ "said before the end", "“The ferry is late again” is what Ann Ferrow"
	    " said.", "Ann Ferrow Q13" },
	{ "in another sentence", "It was “a very rusty old tub of a ship.” Ann"
	    " Ferrow said so.", "" },
	{ "the subject", "Ann Ferrow left in “a very rusty old tub of a"
	    " ship.”", "Ann Ferrow Q14" },
	{ "a wall does not speak", "The wall fell on “a very rusty old tub of a"
	    " ship.”", "" },
	{ "S’s", "Nobody believed Ann Ferrow’s “a very rusty old tub of a"
	    " ship” any more.", "Ann Ferrow Q15" },
	{ "said S’s", BO "Lind said Ann Ferrow’s “very rusty old tub of a"
	    " ship” had sunk.", "Bo Lind (Lind) Q11" },
	{ "according to S, who", BO "The ferry was “a rusty old tub of a ship,”"
	    " according to Ann Ferrow, who added that Lind was “very"
	    " sorry to see it.”",
	    "Ann Ferrow Q10\nAnn Ferrow Q11" },
	{ "a letter that T released", BO "Lind called the letter released by Ann"
	    " Ferrow “a very rusty old tub.”", "Bo Lind (Lind) Q11" },
	{ "a letter that says", BO "The letter released on Monday said it was “a"
	    " very rusty old tub.”", "The letter Q11" },
	{ "a remark by S", BO "Lind left over a remark by Ann Ferrow, a pilot,"
	    " that the ferry is “a very rusty old tub.”", "Ann Ferrow Q11" },
	{ "a remark by S, and T", BO "Lind said a remark by Ann Ferrow was “a"
	    " bit of a very rusty old tub.”", "Bo Lind (Lind) Q11" },
	{ "in the words of S", BO "The ferry is, in the words of Ann Ferrow, “a"
	    " very rusty old tub.”", "Ann Ferrow Q11" },
	{ "S, in a statement, said T’s", BO "Ann Ferrow, in a statement on Monday,"
	    " said Lind’s “very rusty old tub of a ship” had sunk.",
	    "Ann Ferrow Q11" },
	{ "an acting mayor", BO "Acting Mayor Ann Ferrow said that Lind’s pier is"
	    " old. " Q "she said.", "Ann Ferrow (she) Q10" },
	{ "an acting mayor says", BO "Acting Mayor Ann Ferrow said that Lind’s"
	    " pier is “a very rusty old tub.”", "Ann Ferrow Q11" },
	{ "a CEO", Q "said Ulm CEO Ann Ferrow.", "Ann Ferrow Q10" },
	{ "S’s boat", "The wall fell on Ann Ferrow’s boat, “a very rusty old"
	    " tub of a ship.”", "" },

	/* Q16 to Q18 */
	{ "goes on in a new sentence", Q "Ann Ferrow said. “But we can wait here”"
	    " all over the valley.", "Ann Ferrow Q10\nAnn Ferrow Q16" },
	{ "goes on behind a colon", Q "Ann Ferrow said. And then: “We wait.”",
	    "Ann Ferrow Q10\nAnn Ferrow Q16" },
	{ "another cue", Q "Ann Ferrow said. “We wait,” said the next.",
	    "Ann Ferrow Q10\n" },
	{ "goes on", Q "Ann Ferrow said. “It was late before.”",
	    "Ann Ferrow Q10\nAnn Ferrow Q16" },
	{ "goes on after a sentence", Q "Ann Ferrow said. She paused. “It was"
	    " late before.”", "Ann Ferrow Q10\nAnn Ferrow (She) Q16" },
	{ "goes on in the next paragraph", Q "Ann Ferrow said.\n“It was late"
	    " before.”", "Ann Ferrow Q10\nAnn Ferrow Q17" },
	{ "not over a paragraph", Q "Ann Ferrow said.\nIt rained.\nThe wind was"
	    " up.\n“It was late before.”", "Ann Ferrow Q10\n" },
	{ "open over a paragraph", "Ann Ferrow said: “The ferry is late.\n“It"
	    " was late before.”", "Ann Ferrow Q11\nAnn Ferrow Q16" },
	{ "open, and named at the end", "Bo Lind left.\n“The ferry is"
	    " late.\n“It was late before,” Ann Ferrow said.",
	    "Ann Ferrow Q18\nAnn Ferrow Q10" },
	{ "waits",
	    "“The ferry is late.” “It was late before,” Ann Ferrow said.",
	    "Ann Ferrow Q18\nAnn Ferrow Q10" },
	{ "as S reported:", "As Bo Lind wrote, the pier was cold:\n“The ferry is"
	    " late.\n“It was late,” Ann Ferrow said.",
	    "Bo Lind Q17\nAnn Ferrow Q10" },
	{ "does not wait over a paragraph", "“It was late.”\nAnn Ferrow said"
	    " no.", "" },

	/* Q19 */
	{ "the full name", ANN Q "Ferrow said.", "Ann Ferrow (Ferrow) Q10" },
	{ "surname first", "Kao Minh left. " Q "Kao said.",
	    "Kao Minh (Kao) Q10" },
	{ "a first name", ANN Q "Ann said.", "Ann Ferrow (Ann) Q10" },
	{ "with a title", ANN Q "Ms. Ferrow said.",
	    "Ann Ferrow (Ferrow) Q10" },
	{ "the name comes later", Q "Ferrow said. Ann Ferrow left.",
	    "Ann Ferrow (Ferrow) Q10" },
	{ "not from a heading", "#Ann Ferrow sails\n" Q "Ferrow said.",
	    "Ferrow Q10" },
	{ "a party", "Mary White left. White is old. " Q "White said.",
	    "Mary White (White) Q10" },
	{ "a party and no name", "Mary Odu left. " Q "Republicans said.",
	    "Republicans Q10" },
	{ "a house", "Douglas Band left. " Q "Band said.",
	    "Douglas Band (Band) Q10" },
	{ "particles", Q "said Jan van der Meer.", "Jan van der Meer Q10" },

	/* Q20 */
	{ "she is not he", ANN BO Q "she said.", "Ann Ferrow (she) Q10" },
	{ "he is not she", BO ANN Q "he said.", "Bo Lind (he) Q10" },
	{ "the subject, not the last name",
	    "Tom Ferrow met Bo Lind. " Q "he said.", "Tom Ferrow (he) Q10" },
	{ "not the owner", "Tom Ferrow left Bo Lind’s pier. " Q "he said.",
	    "Tom Ferrow (he) Q10" },
	{ "the last speaker",
	    "“It is late,” said Tom Ferrow. Bo Lind’s pier was empty. " Q "he said.",
	    "Tom Ferrow Q10\nTom Ferrow (he) Q10" },
	{ "who reported the sentence", "Tom Ferrow sails well, Bo Lind said.\n"
	    Q "he said.", "Bo Lind (he) Q10" },
	{ "nobody is nobody", "Tom Ferrow sails. Nobody had asked him to. " Q
	    "he said.", "Tom Ferrow (he) Q10" },
	{ "fishermen are no name", "Tom Ferrow sails. Fishermen cheered. " Q
	    "he said.", "Tom Ferrow (he) Q10" },
	{ "a title tells", "Mr. Ferrow met Mrs. Odu. " Q "she said.",
	    "Odu (she) Q10" },
	{ "a new somebody",
	    ANN "“No,” said a baker. “We wait for it,” she said.",
	    "a baker Q10\na baker (she) Q10" },
	{ "an inn is not she", "Guests like the Harbour Inn. " Q "she said.",
	    " (she)" },
	{ "whoever was asked", "Tom Ferrow asked Bo Lind whether it was late.\n"
	    Q "he said.", "Bo Lind (he) Q10" },
	{ "asked by nobody", "Asked whether it was late, Tom Ferrow left Bo"
	    " Lind’s pier. " Q "he said.", "Tom Ferrow (he) Q10" },
	{ "the actress", "The actress Terry Odu met Tom Ferrow. " Q "she said.",
	    "Terry Odu (she) Q10" },
	{ "a widow", "Tom Ferrow met Terry Odu, a pilot’s widow. " Q
	    "she said.", "Terry Odu (she) Q10" },

	/* Q21 */
	{ "two of a name", "Tom Ferrow met Ann Ferrow. " Q "Ferrow said.",
	    "Ferrow Q10" },
	{ "told apart by a title", "Tom Ferrow met Ann Ferrow. " Q
	    "Mrs. Ferrow said.", "Ann Ferrow (Ferrow) Q10" },

	/* Q22 */
	{ "nobody", Q "and the sea was wild.", "" },
	{ "they", Q "they said.", " (they)" },
	{ "I", Q "I said.", " (I)" },
	{ "he, but nobody was named", Q "he said.", " (he)" },

	/* other ways to write */
	{ "British", "‘The ferry is late again,’ Ann Ferrow said.",
	    "Ann Ferrow Q10" },
	{ "an abbreviation ends no sentence", Q "Ann Ferrow of the U.S. Navy"
	    " said.", "Ann Ferrow Q10" },
};

static void
test_rows(void **state)
{
	(void)state;
	check_speakers(rows, COUNT(rows));
}

static void
test_evidence(void **state)
{
	static const struct {
		const char *name;
		const char *text;
		const char *cue;
		enum quote_how how;
	} evidence[] = {
		{ "named", Q "Ann Ferrow replied.", "replied", QUOTE_NAMED },
		{ "inferred", ANN Q "she said.", "said", QUOTE_INFERRED },
		{ "nobody", Q "he said.", "said", QUOTE_NONE },
		{ "no cue", "Ann Ferrow was short: “No.”", "", QUOTE_NAMED },
	};
	struct arena *a = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(evidence); i++) {
		struct found f = find_quotes(a, str_c(evidence[i].text));

		check_int(evidence[i].name, f.n, 1);
		check_str(evidence[i].name, str_of(f.text, f.quotes[0].cue),
		    evidence[i].cue);
		check_int(evidence[i].name, f.quotes[0].how,
		    evidence[i].how);
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_evidence),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}

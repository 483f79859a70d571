import type { Random } from '../random.js';

/** Sentences of participants, of studies' authors and of reviewers, put together from parts that fit in any combination. */

const starts = [
  ...[
    'The first time I went,',
    'When the letter came,',
    'For the whole of that year,',
    'On the ward,',
    'With my sister,',
  ],
  ...[
    'At work,',
    'In the waiting room,',
    'After the second operation,',
    'Before the group,',
    'At home,',
    'On bad days,',
  ],
  ...['With the younger doctor,', 'In front of the children,', 'When money was short,', 'Once I had the words for it,'],
  ...[
    'At night,',
    'In the village,',
    'With the other women,',
    'Since my mother died,',
    'When they ring about an appointment,',
  ],
];
const turns = [
  'I said I was fine because that was quicker than explaining',
  'nobody asked me what I wanted from it',
  'I counted the steps to the door and back',
  'they talked to my husband as if I were a chair',
  'I kept the tablets in a tin that says biscuits',
  'I learnt to hear it coming a day ahead',
  'she sat down, and that was the whole difference',
  'I told them half and watched what they did with it',
  'you are the case or you are the trouble',
  'I was the one who made the others laugh',
  'I did my crying on the bus so that it was done',
  'we shared one umbrella and one diagnosis',
  'I wanted somebody who had been there and come back',
  'the form had no box for what had happened',
  'I practised the sentence until it sounded like somebody else',
  'he asked how I slept and waited for the answer',
  'I gave up the choir and told them it was my throat',
  'they wrote down that I refused, and I had only asked',
  'I planned the shopping like a military campaign',
  'my neighbour left soup and never rang the bell',
  'I stopped saying when and began to say if',
  'it was easier to be angry than to be looked after',
  'I knew more about it than the man with the chart',
  'we had our own names for the machines',
];
const ends = [
  ', and in the end I stopped asking.',
  ', so I wrote everything down.',
  ', which is not the same as being listened to.',
  ', and I have not told my son to this day.',
  '. That is a job, and nobody pays it.',
  ', and then I could do it for the next one.',
  '. You would not believe how tiring that is.',
  ', because you only get one chance at it.',
  ' and I would do it the same way again.',
  ', and that was when I knew I would stay.',
  '. Some people have a garden, I have this.',
  ', as if it could be caught from a cup.',
  ', until somebody said me too.',
  '. I was proud of that, if I may say so.',
  ', and I let them think that it was their idea.',
  '. It cost me the job, but it was mine.',
  ', and nothing in the leaflet is about that.',
  ', which my father would have called manners.',
];

/** A participant's words. */
export function quote(random: Random): string {
  return `${random.pick(starts)} ${random.pick(turns)}${random.pick(ends)}`;
}

/** Words in the language of the interview; each is printed by the study in the original. */
export const foreign = [
  'Al principio no quería que nadie lo supiera, ni siquiera mi hermana.',
  'Ich hätte fragen müssen, aber es war immer schon der Nächste an der Tür.',
  'À l’hôpital on m’appelait par le numéro de la chambre, pas par mon nom.',
  'Eu fazia de conta que estava tudo bem, e a família fazia de conta que acreditava.',
  'Najtrudniejsze były święta, bo wszyscy pytali, a nikt nie słuchał.',
  'Bana ne istediğimi sormadılar, yalnızca ne yaptığımı sordular.',
  'Jag räknade dagarna på samma sätt som mormor räknade maskor.',
  '最初は誰にも言えませんでした。言葉がなかったのです。',
  'Κανείς δεν με ρώτησε πώς κοιμάμαι τα βράδια.',
  'Kwanza nilificha dawa, halafu nikachoka kuficha.',
  'पहले मैं डरती थी, अब मैं दूसरों को समझाती हूँ।',
  'Мне стало легче, когда я увидела, что я не одна.',
];

const whos = [
  ...[
    'Most participants',
    'The women in this study',
    'Younger participants',
    'Several of the carers',
    'Those who lived alone',
  ],
  ...[
    'Participants in paid work',
    'Nearly all',
    'A minority',
    'People newly diagnosed',
    'The men',
    'Those who had relapsed',
  ],
];
const tells = [
  ...['described', 'spoke of', 'returned again and again to', 'made light of', 'found few words for', 'took pride in'],
  ...['were ambivalent about', 'placed great weight on', 'were surprised by', 'distinguished sharply between kinds of'],
];
const readings = [
  'and the authors take this to be a form of work rather than of feeling',
  'which staff mistook for agreement',
  'although the interviewer had not asked about it',
  'most of all where the household depended on one wage',
  'and it changed with the length of the illness',
  'so that what looked like passivity was a plan',
  'while the guidance that they had been given was silent on the matter',
  'and those who had company in it fared better by their own account',
  'as long as nobody outside the family had to know',
  'which the authors link to how the clinic was run',
  'and few could say when it had begun',
  'even where support was offered and close by',
];

/** What a study's authors make of a theme, whose words are `about`. */
export function reading(random: Random, about: string): string {
  return `${random.pick(whos)} ${random.pick(tells)} ${about}, ${random.pick(readings)}.`;
}

const verbatims = [
  'What we came to call',
  'In our reading',
  'Across the interviews',
  'Contrary to our expectation',
  'In the longest accounts',
];

/** The words of a study's authors, to the letter. */
export function verbatim(random: Random, about: string): string {
  return `${random.pick(verbatims)}, ${about} was never finished, ${random.pick(readings)}.`;
}

const memos = [
  'Compare this with the studies of carers: there it is the other side that speaks.',
  'The paper reports two groups together, and we could not always tell which of them is quoted.',
  'Recruitment by staff may explain why nobody complains of the clinic.',
  'One quote appears twice, under two headings; it was extracted once.',
  'The discussion goes beyond the data, and nothing of it was coded.',
  'Asked the second author for the interview guide, and received it by return.',
  'A rich paper: the setting is described so that one could find the door.',
  'We disagreed on whether the last theme is the authors’ or the participants’.',
  'The word *normal* is used in three senses; see the codebook.',
  'Check whether the sample overlaps with the dissertation of the first author.',
  'Findings are told by person rather than by theme, which made coding slow and good.',
  'The translation was made by the authors, and we have no access to the original.',
];

/** A reviewer's note to the others. */
export function memo(random: Random): string {
  return random.pick(memos);
}

const synthesisWhos = [
  ...[
    'People',
    'Across settings, people',
    'Carers as much as patients',
    'Those with long experience',
    'Participants',
    'Men and women',
  ],
  ...[
    'In rural studies, participants',
    'Where services were free, people',
    'Peers',
    'Those who spoke of loss',
    'Families',
  ],
];
const synthesisTells = [
  ...[
    'relied on',
    'came to depend on',
    'were taught by others about',
    'made room for',
    'paid a price for',
    'were judged by',
  ],
  ...['guarded', 'lost confidence in', 'took up', 'kept returning to', 'explained themselves by', 'drew strength from'],
];
const synthesisEnds = [
  'whether or not professionals took part in it',
  'and did so more openly as the years went by',
  'but seldom spoke of it unless asked',
  'in ways that services neither saw nor counted',
  'which set them apart from those who had not been there',
  'as a condition of accepting help at all',
  'and taught newcomers to do the same',
  'with consequences for work and for marriage',
  'even when it cost them the goodwill of others',
  'so that the illness came to be one story among several',
  'and this held across countries and diagnoses',
  'until circumstances forced another way',
  'although what it meant differed with age',
  'and measured helpers by whether they understood it',
];

/** What the review says over several studies, without its full stop. */
export function synthesis(random: Random, about: string): string {
  return `${random.pick(synthesisWhos)} ${random.pick(synthesisTells)} ${about}, ${random.pick(synthesisEnds)}`;
}

const titleStarts = [
  ...[
    'Living with',
    'Making sense of',
    'Being heard about',
    'The meaning of',
    'Everyday life and',
    'Speaking of',
    'Beyond',
  ],
  ...['Talking about', 'Coming to terms with', 'The unwritten rules of', 'Learning from', 'Between hope and'],
];
const titleEnds = [
  ...['a qualitative study', 'an interview study', 'a grounded theory', 'narratives of patients and carers'],
  ...['an ethnography of one service', 'a phenomenological inquiry', 'experiences over a year', 'a focus group study'],
];

/** The title of a paper. */
export function title(random: Random, about: string, field: string): string {
  return `${random.pick(titleStarts)} ${about} in ${field.charAt(0).toLowerCase()}${field.slice(1)}: ${random.pick(titleEnds)}`;
}

/** What is noted of a study: the vocabulary of an extraction grid. */

export const countries = [
  ...['Australia', 'Bangladesh', 'Brazil', 'Cameroon', 'Canada', 'Chile', 'China', 'Colombia', 'Denmark', 'Ethiopia'],
  ...['Finland', 'France', 'Germany', 'Ghana', 'Greece', 'India', 'Indonesia', 'Iran', 'Ireland', 'Italy', 'Japan'],
  ...['Kenya', 'Lebanon', 'Malawi', 'Mexico', 'Nepal', 'Netherlands', 'New Zealand', 'Nigeria', 'Norway', 'Pakistan'],
  ...['Peru', 'Poland', 'Portugal', 'Rwanda', 'Singapore', 'South Africa', 'South Korea', 'Spain', 'Sweden', 'Taiwan'],
  ...['Tanzania', 'Thailand', 'UK', 'USA', 'Uganda', 'Vietnam', 'Zambia', 'Côte d’Ivoire', 'Türkiye'],
];

export const disciplines = [
  ...['Mental health', 'Diabetes', 'Heart disease', 'Cancer', 'HIV', 'Stroke', 'Dementia care', 'Palliative care'],
  ...[
    'Midwifery',
    'Kidney disease',
    'Chronic pain',
    'Respiratory disease',
    'Rehabilitation',
    'Substance use',
    'Paediatrics',
  ],
  ...[
    'Intensive care',
    'Primary care',
    'Epilepsy',
    'Sickle cell disease',
    'Tuberculosis',
    'Multiple sclerosis',
    'Arthritis',
  ],
  ...['Eating disorders', 'Homelessness', 'Prison health', 'Occupational health', 'Social work', 'Disability studies'],
];

/** Disciplines that are counted together. */
export const chronic = [
  'Diabetes',
  'Heart disease',
  'Kidney disease',
  'Respiratory disease',
  'Arthritis',
  'Chronic pain',
];

export const regions = [
  ...['a coastal city and its suburbs', 'three rural districts', 'the capital', 'two neighbouring provinces'],
  ...['a former mining region', 'an inner-city borough', 'the northern highlands', 'a cross-border region'],
  ...['several small towns', 'an island community', 'the metropolitan area', 'an agricultural valley', 'nationwide'],
];

export const settings = [
  ...['Hospital ward', 'Outpatient clinic', 'Community health centre', 'Home', 'Hospice', 'Day centre', 'Online group'],
  ...[
    'Rehabilitation unit',
    'General practice',
    'Shelter',
    'School clinic',
    'Workplace',
    'Dialysis unit',
    'Support group',
  ],
];

export const populations = [
  ...[
    'Adults who live with the condition',
    'Family carers',
    'Peer supporters',
    'Nurses on night shift',
    'Young adults',
  ],
  ...['Women after treatment', 'Men over sixty-five', 'Parents of children in treatment', 'Community health workers'],
  ...['People recently discharged', 'Refugees and asylum seekers', 'Volunteers', 'People who live alone', 'Couples'],
];

export const recruitments = [
  'Through two clinics, by letter',
  'Posters in waiting rooms and word of mouth',
  'Invited by their nurse, with a week to decide',
  '"Snowball: each participant named one other"',
  'From the register of a patient organisation',
  'By community leaders, who vouched for the team',
  'An advertisement in a local newspaper',
  'Approached in person after group meetings',
];

export const samplings = ['purposive', 'snowball', 'convenience', 'theoretical', 'maximum variation', 'consecutive'];

export const designs = [
  ...['Grounded theory', 'Interpretative phenomenological analysis', 'Ethnography', 'Qualitative description'],
  ...['Narrative inquiry', 'Case study', 'Participatory action research', 'Descriptive phenomenology', 'Mixed methods'],
];

export const theories = [
  ...['Symbolic interactionism', 'Self-determination theory', 'Biographical disruption', 'Social identity theory'],
  ...[
    'Critical realism',
    'Feminist standpoint theory',
    'Normalisation process theory',
    'Stigma theory',
    'not reported',
  ],
  ...['Ethics of care', 'Intersectionality', 'Social cognitive theory', 'not applicable'],
];

/** Of these every study has at least one, so that the review's criterion for words of participants holds. */
export const voiced = ['interview', 'focus group', 'diary'];
export const collections = [...voiced, 'observation', 'questionnaire', 'photo elicitation'];

export const analyses = [
  ...['Thematic analysis', 'Constant comparison', 'Framework analysis', 'Content analysis', 'Discourse analysis'],
  ...[
    'Reflexive thematic analysis',
    'Interpretative phenomenological analysis',
    'Narrative analysis',
    'Template analysis',
  ],
];

export const software = ['NVivo 12', 'ATLAS.ti', 'MAXQDA 2020', 'paper and coloured pens', 'not reported', 'Dedoose'];

export const languages = [
  ...['English', 'Spanish', 'Portuguese', 'French', 'German', 'Swahili', 'Hindi', 'Mandarin', 'Arabic', 'Turkish'],
  ...['Norwegian', 'Japanese', 'isiZulu', 'Bengali', 'Korean', 'Polish'],
];

export const funders = [
  ...['National research council', 'University seed fund', 'A patient organisation', 'not reported', 'Unfunded'],
  ...['Ministry of health', 'European framework programme', 'Charitable trust', 'Regional health authority'],
];

export const standpoints = [
  'The first author had nursed on the ward',
  'Interviewers were unknown to participants',
  'The team includes a person with the condition',
  'Two of the authors are carers themselves',
];
export const consequences = [
  'the paper tells what followed from it',
  'a diary was kept throughout',
  'this is taken up again in the discussion',
  'the second reader was chosen for that reason',
];

export const journals = [
  ...['Journal of Lived Experience in Health', 'Qualitative Inquiry in Nursing', 'International Review of Care'],
  ...['Health and Everyday Life', 'Social Studies of Illness', 'Annals of Interpretive Health Research'],
  ...['Rural Health Perspectives', 'Journal of Peer Work', 'Community and Clinic', 'Voices in Medicine'],
  ...['Studies in Patient Narrative', 'Nordic Journal of Caring', 'African Journal of Health and Society'],
  ...['Asian Journal of Qualitative Research', 'Culture, Care and Recovery', 'Work, Health and Meaning'],
];

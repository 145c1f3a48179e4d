/** What reading one cell can give: a value, perhaps repaired and said so, or a refusal with its reason. */

/** Why a value or a row is refused. Closed: each has its words in both languages (reason-words.ts), which types enforce. */
export const reasonCodes = [
  'required',
  'notUnique',
  'notAName',
  'notOurId',
  'tooLong',
  'cellTooLong',
  'totalRow',
  'excelError',
  'formulaUncomputed',
  'raggedRow',
  'rowTooWide',
  'rowTooNarrow',
  'rowsTooWide',
  'quoteUnclosed',
  'notANumber',
  'numberAmbiguous',
  'notAnInteger',
  'numberOutOfRange',
  'unitUnknown',
  'notADate',
  'dateImpossible',
  'dateAmbiguous',
  'dateOutOfRange',
  'dateOrder',
  'notInList',
  'notAnEmail',
  'severalEmails',
  'emailDots',
  'emailAccents',
  'notAColour',
  'notASdg',
  'notALanguage',
  'countryUnknown',
  'codeScientific',
  'codeRounded',
  'postcodeInvalid',
  'coordinatesUnreadable',
  'coordinatesIncomplete',
  'coordinatesOutOfRange',
  'coordinatesSwapped',
  'coordinatesLambert93',
  'coordinatesWebMercator',
  'coordinatesProjected',
  'coordinatesNull',
  'campaignUnknown',
  'campaignNotSent',
  'siteUnknown',
  'territoryUnknown',
  'personUnknown',
  'initiativeUnknown',
  'indicatorUnknown',
  'editionUnknown',
  'editionToName',
  'jurorUnknown',
  'nomineeUnknown',
  'criterionUnknown',
  'referenceAmbiguous',
  'referenceToItself',
  'duplicateInFile',
  'sameRecordInFile',
  'matchAmbiguous',
  'noMatch',
  'notThereYet',
  'emailOfAnother',
  'nameOfAnother',
  'codeTaken',
  'dateTaken',
  'editionClosed',
  'jurorRecused',
  'scoreOutOfScale',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** What was understood otherwise than written, and is said beside the row or the column. */
export const noteCodes = [
  'valueLeftOut',
  'stageAssumed',
  'rowsFilled',
  'postcodeRepaired',
  'postcodePadded',
  'codeDecimalStripped',
  'percentKept',
  'currencyDropped',
  'missingMark',
  'timeDropped',
  'twoDigitYear',
  'dayAssumed',
  'dateOrderAssumed',
  'dateOrderInferred',
  'excelSerial',
  'outsideCountry',
  'nameSplit',
  'namePartDropped',
  'spellingKept',
  'emailCleaned',
  'zerosKept',
  'cellsEmptied',
  'labelJoined',
  'phoneRepaired',
  'countryLeftOut',
  'countryFromCity',
  'citySplit',
  'located',
  'locatedRoughly',
  'lettersLost',
  'lettersMended',
  'lettersGarbled',
  'lettersUnread',
  'placeUnknown',
  'stageFromDate',
  'stageAgainstDate',
  'statusFromDate',
  'statusAgainstDate',
  'codeMadeUp',
  'codeMatchedLoosely',
  'codeMatchedInList',
  'sameKeyKept',
  'campaignStatusKept',
  'siteInvited',
  'ownerOutside',
] as const;
export type NoteCode = (typeof noteCodes)[number];

export type Params = Record<string, string | number>;

export interface Accepted<T> {
  ok: true;
  value: T;
  note?: NoteCode;
}
export interface Refused {
  ok: false;
  reason: ReasonCode;
  params?: Params;
}
export type Outcome<T> = Accepted<T> | Refused;

/** A value understood as written, or with a note on what was understood otherwise. */
export function accept<T>(value: T, note?: NoteCode): Accepted<T> {
  return note === undefined ? { ok: true, value } : { ok: true, value, note };
}

/** A value refused; `params` fill the words of the reason. */
export function refuse(reason: ReasonCode, params?: Params): Refused {
  return params === undefined ? { ok: false, reason } : { ok: false, reason, params };
}

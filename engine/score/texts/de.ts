import type { Texts } from './texts.ts';

/** German. */
export const de: Texts = {
  titles: {
    arm: 'Armhaltung',
    back_cycle: 'Winkel des hinteren Knies beim Fußaufsatz',
    foot: 'Fußaufsatz',
    forward_cycle: 'Winkel des vorderen Knies beim Fußaufsatz',
    head: 'Kopfhaltung',
    trunk: 'Rumpfneigung',
  },
  idealPosition: 'Ideale Haltung',
  notMeasured: 'Nicht gemessen',
  strikeUnclear: 'Fußaufsatz nicht eindeutig',
  deviations: {
    arm: {
      low: {
        slight: 'Ellbogen etwas zu stark gebeugt',
        strong: 'Ellbogen zu stark gebeugt',
        recap: [
          'Dein Ellbogen ist stärker gebeugt als nötig.',
          'Hoch gehaltene Hände verspannen die Schultern und verkürzen den Armschwung.',
          'Lass die Hände auf Taillenhöhe sinken, der Ellbogen bildet dabei knapp einen rechten Winkel.',
          'Schüttle die Arme nach jedem Kilometer aus und schwinge dann wieder kompakt.',
        ],
      },
      high: {
        slight: 'Ellbogen etwas zu weit geöffnet',
        strong: 'Ellbogen zu weit geöffnet',
        recap: [
          'Dein Ellbogen ist weiter geöffnet als nötig, deshalb schwingt die Hand tief.',
          'Ein langer Arm schwingt träge und verdreht den Rumpf.',
          'Beuge den Ellbogen bis knapp unter den rechten Winkel und zieh ihn gerade nach hinten.',
          'Übe den Armschwung erst vor dem Spiegel, dann in kurzen Steigerungsläufen.',
        ],
      },
    },
    back_cycle: {
      high: {
        slight: 'Ferse etwas zu tief',
        strong: 'Ferse zu tief',
        recap: [
          'Die hintere Ferse ist noch tief, wenn der andere Fuß aufsetzt.',
          'Ein langes Bein lässt sich nur langsam und mit viel Kraft nach vorn bringen.',
          'Lass die Ferse unter die Hüfte hochklappen, sobald der Fuß den Boden verlässt.',
          'Anfersen und schnelle Tretbewegungen auf der Stelle schulen diesen Ablauf.',
        ],
      },
    },
    foot: {
      low: {
        recap: [
          'Du setzt mit deutlich nach unten zeigenden Zehen auf.',
          'Wade und Achillessehne tragen dann den größten Teil der Last.',
          'Setz den Fuß flacher auf und lass die Ferse leicht den Boden berühren.',
          'Kräftige deine Waden, bevor du deinen Laufumfang steigerst.',
        ],
      },
      high: {
        recap: [
          'Deine Zehen zeigen beim Aufsetzen nach oben, und viel Last fällt auf die Ferse.',
          'Bis der Fuß flach steht, müssen ihn die Muskeln am Schienbein abbremsen.',
          'Setz den Fuß weich und fast flach auf.',
          'Etwas schnellere, kürzere Schritte machen es leichter.',
        ],
        recapAhead: [
          'So landet der Fuß oft weit vor dem Körper und bremst dich.',
          'Setz den Fuß weich und fast flach auf, näher am Körper.',
        ],
      },
    },
    forward_cycle: {
      low: {
        slight: 'Vorderes Knie etwas zu stark gebeugt',
        strong: 'Vorderes Knie zu stark gebeugt',
        recap: [
          'Dein vorderes Knie ist beim Aufsetzen stärker gebeugt als nötig.',
          'Die Hüfte sackt ab, und der Oberschenkel muss dich halten.',
          'Mach dich groß und lande auf einem langen, aber nie durchgedrückten Bein.',
          'Kräftige Oberschenkel und Gesäßmuskeln helfen dir, die Hüfte oben zu halten.',
        ],
      },
    },
    head: {
      low: {
        slight: 'Blick etwas zu tief',
        strong: 'Blick zu tief',
        recap: [
          'Du schaust wenige Meter vor dir auf den Boden.',
          'Ein gesenkter Kopf macht den oberen Rücken rund und kann das Atmen erschweren.',
          'Richte den Blick auf einen Punkt 10 bis 20 Meter vor dir.',
          'Stell dir einen Faden vor, der deinen Scheitel sanft nach oben zieht.',
        ],
      },
      high: {
        slight: 'Blick etwas zu hoch',
        strong: 'Blick zu hoch',
        recap: [
          'Dein Kinn ist angehoben, und dein Blick geht über den Horizont.',
          'Das verspannt den Nacken und kippt den Körper nach hinten.',
          'Zieh das Kinn leicht ein und schau zum Horizont oder knapp darunter.',
          'Lockere alle paar Minuten Kiefer und Schultern.',
        ],
      },
    },
    trunk: {
      low: {
        slight: 'Rumpf etwas zu aufrecht',
        strong: 'Rumpf zu aufrecht',
        recap: [
          'Dein Rumpf ist sehr aufrecht oder sogar in Rücklage.',
          'So bleibt dein Gewicht hinter dem Fuß und bremst dich bei jeder Landung.',
          'Neige dich aus den Sprunggelenken leicht nach vorn und halte den Rücken lang.',
          'Lass dich aus dem Stand nach vorn fallen, bis du einen Schritt machen musst.',
        ],
      },
      high: {
        slight: 'Rumpf etwas zu weit vorgeneigt',
        strong: 'Rumpf zu weit vorgeneigt',
        recap: [
          'Dein Rumpf neigt sich weiter nach vorn als nötig.',
          'Unterer Rücken und hintere Oberschenkelmuskeln müssen ihn dann halten.',
          'Richte dich in der Hüfte auf und neige dich stattdessen aus den Sprunggelenken.',
          'Eine kräftige Körpermitte und bewegliche Hüftbeuger helfen dir, aufrecht zu bleiben.',
        ],
      },
    },
  },
  strikes: {
    rearfoot: {
      position: 'Fersenaufsatz',
      likely: 'Wahrscheinlich Fersenaufsatz',
      under: 'Fersenaufsatz nahe am Körperschwerpunkt',
      ahead: 'Fersenaufsatz vor dem Körperschwerpunkt',
    },
    midfoot: {
      position: 'Mittelfußaufsatz',
      likely: 'Wahrscheinlich Mittelfußaufsatz',
      under: 'Mittelfußaufsatz nahe am Körperschwerpunkt',
      ahead: 'Mittelfußaufsatz vor dem Körperschwerpunkt',
    },
    forefoot: {
      position: 'Vorfußaufsatz',
      likely: 'Wahrscheinlich Vorfußaufsatz',
      under: 'Vorfußaufsatz nahe am Körperschwerpunkt',
      ahead: 'Vorfußaufsatz vor dem Körperschwerpunkt',
    },
  },
  styles: {
    hop: {
      title: 'Hüpfstil',
      summary: 'Schnelle Schritte und kurze Kontakte: Du federst auf deinen Sehnen leicht über den Boden.',
    },
    stick: {
      title: 'Flachstil',
      summary: 'Schnelle Schritte und lange Kontakte: Du läufst flach und gleichmäßig, mit wenig Auf und Ab.',
    },
    bounce: {
      title: 'Sprungstil',
      summary: 'Lange, luftige Schritte und kurze Kontakte: Du federst nach oben und bist viel in der Luft.',
    },
    push: {
      title: 'Schubstil',
      summary: 'Lange Schritte und lange Kontakte: Du bleibst tief und drückst dich kräftig nach vorn ab.',
    },
    sit: {
      title: 'Gleitstil',
      summary: 'Ausgewogene Schritte oder kaum Flugphase: Du läufst rund und ohne Extreme.',
    },
  },
};

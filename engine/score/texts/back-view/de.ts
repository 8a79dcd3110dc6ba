import type { BackViewTexts } from './texts.ts';

/** German. */
export const de: BackViewTexts = {
  legs: { left: 'Linkes Bein', right: 'Rechtes Bein' },
  notMeasured: 'Nicht gemessen',
  segments: {
    pronation: {
      title: 'Pronation des Fußes',
      explanation:
        'Pronation ist das Einwärtsrollen des Fußes nach dem Aufsetzen. In Maßen ist sie normal und dämpft den Schritt.',
      good: 'Neutrale Pronation',
      low: {
        slight: 'Leichte Supination',
        strong: 'Deutliche Supination',
        recap: [
          {
            left: 'Dein linker Fuß bleibt nach dem Aufsetzen stärker auf der Außenkante.',
            right: 'Dein rechter Fuß bleibt nach dem Aufsetzen stärker auf der Außenkante.',
          },
          'Ein Fuß, der wenig nach innen rollt, dämpft den Schritt weniger.',
          'Setz weich auf und lass den Fuß zur großen Zehe hin rollen.',
          'Waden dehnen, Sprunggelenke mobilisieren und die Balance üben: Das macht den Fuß beweglicher.',
        ],
      },
      high: {
        slight: 'Leichte Überpronation',
        strong: 'Deutliche Überpronation',
        recap: [
          {
            left: 'Dein linker Fuß rollt nach dem Aufsetzen weiter nach innen als nötig.',
            right: 'Dein rechter Fuß rollt nach dem Aufsetzen weiter nach innen als nötig.',
          },
          'Das Schienbein dreht sich mit, und der Abdruck verliert an Stabilität.',
          'Drück dich über den ganzen Vorfuß ab, mit der großen Zehe fest am Boden.',
          'Der „kurze Fuß“, Wadenheben und der Einbeinstand machen den Fuß stabiler.',
        ],
      },
    },
    pelvic_drop: {
      title: 'Absinken des Beckens',
      explanation: 'Wie weit das Becken auf der Seite des Schwungbeins absinkt. Wenige Grad sind normal.',
      good: 'Stabiles Becken',
      high: {
        slight: { left: 'Rechte Beckenseite etwas zu tief', right: 'Linke Beckenseite etwas zu tief' },
        strong: { left: 'Rechte Beckenseite zu tief', right: 'Linke Beckenseite zu tief' },
        recap: [
          {
            left: 'Wenn dein linkes Bein dich trägt, sinkt deine rechte Beckenseite ab.',
            right: 'Wenn dein rechtes Bein dich trägt, sinkt deine linke Beckenseite ab.',
          },
          'Der Körper pendelt dann bei jedem Schritt von einer Seite zur anderen.',
          'Mach dich groß und halte beide Beckenseiten auf gleicher Höhe.',
          'Seitliches Beckenheben auf einer Stufe, Seitstütz und einbeinige Brücke schulen diese Stabilität.',
        ],
      },
    },
    knee_adduction: {
      title: 'Beinachse',
      explanation:
        'Wie weit das Knie von hinten gesehen innerhalb oder außerhalb der Linie von der Hüfte zum Knöchel liegt. Auch deine Beinform spielt eine Rolle.',
      good: 'Knie gut ausgerichtet',
      low: {
        slight: 'Knie etwas zu weit außen',
        strong: 'Knie zu weit außen',
        recap: [
          {
            left: 'Dein linkes Knie wandert nach außen, während das Bein dich trägt.',
            right: 'Dein rechtes Knie wandert nach außen, während das Bein dich trägt.',
          },
          'Die Last liegt dann mehr auf der Außenseite von Fuß und Bein.',
          'Setz den Fuß unter der Hüfte auf und lass das Knie geradeaus zeigen.',
          'Steig langsam von einer niedrigen Stufe ab, das Knie über der zweiten Zehe.',
        ],
      },
      high: {
        slight: 'Knie etwas zu weit innen',
        strong: 'Knie zu weit innen',
        recap: [
          {
            left: 'Dein linkes Knie wandert nach innen, während das Bein dich trägt.',
            right: 'Dein rechtes Knie wandert nach innen, während das Bein dich trägt.',
          },
          'Ein Teil des Abdrucks geht dann zur Seite statt nach vorn.',
          'Halte das Knie über der zweiten Zehe und lass es geradeaus zeigen.',
          'Einbeinige Kniebeugen vor dem Spiegel und Seitschritte mit Band schulen diese Achse.',
        ],
      },
    },
    hip_adduction: {
      title: 'Hüftadduktion',
      explanation:
        'Wie weit sich der Oberschenkel unter dem Becken nach innen neigt, während das Bein dich trägt. Ein wenig ist normal.',
      good: 'Oberschenkel gut ausgerichtet',
      low: {
        slight: 'Oberschenkel etwas zu weit außen',
        strong: 'Oberschenkel zu weit außen',
        recap: [
          {
            left: 'Dein linker Oberschenkel neigt sich nach außen, während das Bein dich trägt.',
            right: 'Dein rechter Oberschenkel neigt sich nach außen, während das Bein dich trägt.',
          },
          'Die Füße landen breit, und der Körper muss sich bei jedem Schritt seitlich verlagern.',
          'Setz die Füße etwas näher an der Linie auf, der du folgst.',
          'Lauf kurze Stücke entlang einer Bahnlinie, die Füße dicht links und rechts davon.',
        ],
      },
      high: {
        slight: 'Oberschenkel etwas zu weit innen',
        strong: 'Oberschenkel zu weit innen',
        recap: [
          {
            left: 'Dein linker Oberschenkel neigt sich weiter nach innen als nötig, während das Bein dich trägt.',
            right: 'Dein rechter Oberschenkel neigt sich weiter nach innen als nötig, während das Bein dich trägt.',
          },
          'Die Füße landen dann eher auf einer Linie, und die Hüfte muss dich stärker halten.',
          'Lauf so, dass jeder Fuß auf seiner Seite einer gedachten Linie bleibt.',
          'Beinheben in Seitlage und Seitschritte mit Band kräftigen die äußere Hüfte.',
        ],
      },
    },
  },
};

import type { BackViewTexts } from './texts.ts';

/** French. */
export const fr: BackViewTexts = {
  legs: { left: 'Jambe gauche', right: 'Jambe droite' },
  notMeasured: 'Non mesuré',
  segments: {
    pronation: {
      title: 'Pronation du pied',
      explanation:
        'La pronation est le roulement du pied vers l’intérieur après la pose. Modérée, elle est normale et amortit la foulée.',
      good: 'Pronation neutre',
      low: {
        slight: 'Légère supination',
        strong: 'Supination marquée',
        recap: [
          {
            left: 'Votre pied gauche reste davantage sur son bord externe après la pose.',
            right: 'Votre pied droit reste davantage sur son bord externe après la pose.',
          },
          'Un pied qui roule peu vers l’intérieur amortit moins la foulée.',
          'Posez le pied en douceur et laissez-le rouler vers le gros orteil.',
          'Étirements des mollets, mobilité des chevilles et exercices d’équilibre libèrent le mouvement du pied.',
        ],
      },
      high: {
        slight: 'Légère hyperpronation',
        strong: 'Hyperpronation marquée',
        recap: [
          {
            left: 'Votre pied gauche roule vers l’intérieur plus que nécessaire après la pose.',
            right: 'Votre pied droit roule vers l’intérieur plus que nécessaire après la pose.',
          },
          'Le tibia tourne avec lui et la poussée perd en fermeté.',
          'Poussez sur tout l’avant-pied, gros orteil bien appuyé au sol.',
          'L’exercice du pied court, les montées sur pointes et l’équilibre sur une jambe stabilisent le pied.',
        ],
      },
    },
    pelvic_drop: {
      title: 'Chute du bassin',
      explanation: 'Indique de combien le bassin descend du côté de la jambe en l’air. Quelques degrés sont normaux.',
      good: 'Bassin stable',
      high: {
        slight: { left: 'Côté droit du bassin un peu trop bas', right: 'Côté gauche du bassin un peu trop bas' },
        strong: { left: 'Côté droit du bassin trop bas', right: 'Côté gauche du bassin trop bas' },
        recap: [
          {
            left: 'En appui sur la jambe gauche, vous laissez descendre le côté droit du bassin.',
            right: 'En appui sur la jambe droite, vous laissez descendre le côté gauche du bassin.',
          },
          'Le corps se balance alors d’un côté à l’autre à chaque pas.',
          'Grandissez-vous et gardez les deux côtés du bassin à la même hauteur.',
          'Élévations du bassin sur une marche, gainage latéral et pont sur une jambe donnent cette stabilité.',
        ],
      },
    },
    knee_adduction: {
      title: 'Alignement du genou',
      explanation:
        'Indique si le genou est en dedans ou en dehors de la ligne hanche-cheville, vu de dos. La forme de vos jambes y joue un rôle.',
      good: 'Genou bien aligné',
      low: {
        slight: 'Genou un peu trop vers l’extérieur',
        strong: 'Genou trop vers l’extérieur',
        recap: [
          {
            left: 'Votre genou gauche part vers l’extérieur pendant l’appui.',
            right: 'Votre genou droit part vers l’extérieur pendant l’appui.',
          },
          'La charge passe alors davantage par le côté externe du pied et de la jambe.',
          'Posez le pied sous la hanche et gardez le genou pointé droit devant.',
          'Descendez lentement d’une petite marche, le genou au-dessus du deuxième orteil.',
        ],
      },
      high: {
        slight: 'Genou un peu trop vers l’intérieur',
        strong: 'Genou trop vers l’intérieur',
        recap: [
          {
            left: 'Votre genou gauche part vers l’intérieur pendant l’appui.',
            right: 'Votre genou droit part vers l’intérieur pendant l’appui.',
          },
          'Une partie de la poussée part alors sur le côté au lieu d’aller vers l’avant.',
          'Gardez le genou dans l’axe du deuxième orteil, pointé droit devant.',
          'Squats sur une jambe face au miroir et pas latéraux avec élastique travaillent cet axe.',
        ],
      },
    },
    hip_adduction: {
      title: 'Adduction de la hanche',
      explanation:
        'Indique de combien la cuisse penche vers l’intérieur sous le bassin pendant l’appui. Un peu, c’est normal.',
      good: 'Cuisse bien alignée',
      low: {
        slight: 'Cuisse un peu trop vers l’extérieur',
        strong: 'Cuisse trop vers l’extérieur',
        recap: [
          {
            left: 'Votre cuisse gauche penche vers l’extérieur pendant l’appui.',
            right: 'Votre cuisse droite penche vers l’extérieur pendant l’appui.',
          },
          'Les pieds se posent écartés et le corps doit se déplacer de côté à chaque pas.',
          'Posez les pieds un peu plus près de la ligne que vous suivez.',
          'Courez de courtes portions le long d’une ligne de piste, un pied tout près de chaque côté.',
        ],
      },
      high: {
        slight: 'Cuisse un peu trop vers l’intérieur',
        strong: 'Cuisse trop vers l’intérieur',
        recap: [
          {
            left: 'Votre cuisse gauche penche vers l’intérieur plus que nécessaire pendant l’appui.',
            right: 'Votre cuisse droite penche vers l’intérieur plus que nécessaire pendant l’appui.',
          },
          'Les pieds tendent à se poser sur une même ligne et la hanche travaille plus pour vous tenir.',
          'Courez en gardant chaque pied de son côté d’une ligne imaginaire.',
          'Levées de jambe allongé sur le côté et pas latéraux avec élastique renforcent l’extérieur de la hanche.',
        ],
      },
    },
  },
};

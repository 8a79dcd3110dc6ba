import type { BackViewTexts } from './texts.ts';

/** Portuguese, of Brazil. */
export const pt: BackViewTexts = {
  legs: { left: 'Perna esquerda', right: 'Perna direita' },
  notMeasured: 'Não medido',
  segments: {
    pronation: {
      title: 'Pronação do pé',
      explanation:
        'A pronação é o giro do pé para dentro depois da aterrissagem. Moderada, é normal e amortece o passo.',
      good: 'Pronação neutra',
      low: {
        slight: 'Leve supinação',
        strong: 'Supinação acentuada',
        recap: [
          {
            left: 'Seu pé esquerdo fica mais apoiado na borda externa depois da aterrissagem.',
            right: 'Seu pé direito fica mais apoiado na borda externa depois da aterrissagem.',
          },
          'Um pé que gira pouco para dentro amortece menos o passo.',
          'Aterrisse com suavidade e deixe o pé rolar em direção ao dedão.',
          'Alongar as panturrilhas, mobilizar os tornozelos e treinar o equilíbrio soltam o pé.',
        ],
      },
      high: {
        slight: 'Leve hiperpronação',
        strong: 'Hiperpronação acentuada',
        recap: [
          {
            left: 'Seu pé esquerdo gira para dentro mais do que o necessário depois da aterrissagem.',
            right: 'Seu pé direito gira para dentro mais do que o necessário depois da aterrissagem.',
          },
          'A canela gira junto, e o impulso perde firmeza.',
          'Empurre o chão com todo o antepé e mantenha o dedão bem apoiado.',
          'O exercício do pé curto, elevações de calcanhar e equilíbrio em uma perna deixam o pé mais estável.',
        ],
      },
    },
    pelvic_drop: {
      title: 'Queda da pelve',
      explanation: 'Indica quanto a pelve desce do lado da perna que está no ar. Alguns graus são normais.',
      good: 'Pelve estável',
      high: {
        slight: {
          left: 'Lado direito da pelve um pouco baixo demais',
          right: 'Lado esquerdo da pelve um pouco baixo demais',
        },
        strong: { left: 'Lado direito da pelve baixo demais', right: 'Lado esquerdo da pelve baixo demais' },
        recap: [
          {
            left: 'Quando a perna esquerda sustenta você, o lado direito da sua pelve cai.',
            right: 'Quando a perna direita sustenta você, o lado esquerdo da sua pelve cai.',
          },
          'Assim o corpo balança de um lado para o outro a cada passo.',
          'Corra com o corpo alongado e os dois lados da pelve na mesma altura.',
          'Elevação da pelve em um degrau, prancha lateral e ponte em uma perna dão essa estabilidade.',
        ],
      },
    },
    knee_adduction: {
      title: 'Alinhamento do joelho',
      explanation:
        'Indica quanto o joelho fica para dentro ou para fora da linha entre quadril e tornozelo, visto de trás. O formato das suas pernas também conta.',
      good: 'Joelho bem alinhado',
      low: {
        slight: 'Joelho um pouco para fora',
        strong: 'Joelho para fora demais',
        recap: [
          {
            left: 'Seu joelho esquerdo vai para fora enquanto a perna sustenta você.',
            right: 'Seu joelho direito vai para fora enquanto a perna sustenta você.',
          },
          'Assim a carga passa mais pelo lado externo do pé e da perna.',
          'Apoie o pé sob o quadril e aponte o joelho para a frente.',
          'Desça devagar de um degrau baixo, com o joelho sobre o segundo dedo do pé.',
        ],
      },
      high: {
        slight: 'Joelho um pouco para dentro',
        strong: 'Joelho para dentro demais',
        recap: [
          {
            left: 'Seu joelho esquerdo vai para dentro enquanto a perna sustenta você.',
            right: 'Seu joelho direito vai para dentro enquanto a perna sustenta você.',
          },
          'Parte do impulso vai então para o lado, e não para a frente.',
          'Mantenha o joelho apontado para a frente, sobre o segundo dedo do pé.',
          'Agachamentos em uma perna diante do espelho e passos laterais com elástico treinam essa linha.',
        ],
      },
    },
    hip_adduction: {
      title: 'Adução do quadril',
      explanation:
        'Indica quanto a coxa se inclina para dentro, sob a pelve, enquanto a perna sustenta você. Um pouco é normal.',
      good: 'Coxa bem alinhada',
      low: {
        slight: 'Coxa um pouco para fora',
        strong: 'Coxa para fora demais',
        recap: [
          {
            left: 'Sua coxa esquerda se inclina para fora enquanto a perna sustenta você.',
            right: 'Sua coxa direita se inclina para fora enquanto a perna sustenta você.',
          },
          'Os pés caem afastados, e o corpo precisa se deslocar de lado a cada passo.',
          'Apoie os pés um pouco mais perto da linha que você segue.',
          'Corra trechos curtos ao longo de uma linha da pista, com um pé perto de cada lado.',
        ],
      },
      high: {
        slight: 'Coxa um pouco para dentro',
        strong: 'Coxa para dentro demais',
        recap: [
          {
            left: 'Sua coxa esquerda se inclina para dentro mais do que o necessário enquanto a perna sustenta você.',
            right: 'Sua coxa direita se inclina para dentro mais do que o necessário enquanto a perna sustenta você.',
          },
          'Os pés tendem a cair na mesma linha, e o quadril trabalha mais para sustentar você.',
          'Corra com um pé de cada lado de uma linha imaginária.',
          'Elevar a perna deitado de lado e dar passos laterais com elástico fortalece a lateral do quadril.',
        ],
      },
    },
  },
};

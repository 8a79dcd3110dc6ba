import type { Texts } from './texts.ts';

/** Portuguese, of Brazil. */
export const pt: Texts = {
  titles: {
    arm: 'Posição dos braços',
    back_cycle: 'Ângulo do joelho de trás na aterrissagem',
    foot: 'Aterrissagem do pé',
    forward_cycle: 'Ângulo do joelho da frente na aterrissagem',
    head: 'Posição da cabeça',
    trunk: 'Inclinação do tronco',
  },
  idealPosition: 'Posição ideal',
  notMeasured: 'Não medido',
  strikeUnclear: 'Tipo de aterrissagem pouco claro',
  deviations: {
    arm: {
      low: {
        slight: 'Cotovelo um pouco fechado demais',
        strong: 'Cotovelo fechado demais',
        recap: [
          'Seu cotovelo está mais dobrado do que o necessário.',
          'Mãos altas tensionam os ombros e encurtam o balanço dos braços.',
          'Deixe as mãos descerem até a cintura, com o cotovelo a pouco menos de um ângulo reto.',
          'Solte os braços a cada quilômetro e depois volte a um balanço compacto.',
        ],
      },
      high: {
        slight: 'Cotovelo um pouco aberto demais',
        strong: 'Cotovelo aberto demais',
        recap: [
          'Seu cotovelo está mais aberto do que o necessário, e a mão passa baixa.',
          'Um braço longo balança devagar e faz o tronco girar.',
          'Feche o cotovelo a pouco menos de um ângulo reto e leve-o reto para trás.',
          'Treine o gesto em frente ao espelho e depois em acelerações curtas.',
        ],
      },
    },
    back_cycle: {
      high: {
        slight: 'Calcanhar um pouco baixo demais',
        strong: 'Calcanhar baixo demais',
        recap: [
          'O calcanhar de trás ainda está baixo quando o outro pé toca o chão.',
          'Uma perna quase esticada é lenta e pesada de trazer para a frente.',
          'Deixe o calcanhar subir sob o quadril assim que o pé sair do chão.',
          'Calcanhar no glúteo (anfersen) e pedaladas rápidas no lugar treinam esse movimento.',
        ],
      },
    },
    foot: {
      low: {
        recap: [
          'Você aterrissa com a ponta do pé bem para baixo.',
          'A panturrilha e o tendão de Aquiles recebem assim a maior parte da carga.',
          'Apoie o pé de forma mais plana e deixe o calcanhar encostar de leve no chão.',
          'Fortaleça as panturrilhas antes de aumentar a distância.',
        ],
      },
      high: {
        recap: [
          'A ponta do pé aponta para cima na aterrissagem, e boa parte da carga vai para o calcanhar.',
          'Até o pé ficar plano, os músculos da canela precisam freá-lo.',
          'Aterrisse com suavidade, com o pé quase plano.',
          'Passos um pouco mais curtos e rápidos facilitam isso.',
        ],
        recapAhead: [
          'Apoiado assim, o pé costuma cair muito à frente do corpo e freia você.',
          'Aterrisse com suavidade, com o pé quase plano e mais perto do corpo.',
        ],
      },
    },
    forward_cycle: {
      low: {
        slight: 'Joelho da frente um pouco dobrado demais',
        strong: 'Joelho da frente dobrado demais',
        recap: [
          'Seu joelho da frente está mais dobrado do que o necessário na aterrissagem.',
          'O quadril afunda, e a coxa precisa sustentar você.',
          'Corra com o corpo alongado e apoie a perna estendida, mas nunca travada.',
          'Coxas e glúteos mais fortes ajudam a manter o quadril alto.',
        ],
      },
    },
    head: {
      low: {
        slight: 'Olhar um pouco baixo demais',
        strong: 'Olhar baixo demais',
        recap: [
          'Você olha para o chão poucos metros à sua frente.',
          'A cabeça baixa arredonda a parte alta das costas e pode atrapalhar a respiração.',
          'Levante o olhar para um ponto entre 10 e 20 metros à frente.',
          'Imagine um fio puxando de leve o topo da sua cabeça para cima.',
        ],
      },
      high: {
        slight: 'Olhar um pouco alto demais',
        strong: 'Olhar alto demais',
        recap: [
          'O queixo está erguido e o olhar passa acima do horizonte.',
          'Isso tensiona o pescoço e joga o corpo para trás.',
          'Recolha o queixo e olhe para o horizonte ou um pouco abaixo dele.',
          'Relaxe a mandíbula e os ombros a cada poucos minutos.',
        ],
      },
    },
    trunk: {
      low: {
        slight: 'Tronco um pouco ereto demais',
        strong: 'Tronco ereto demais',
        recap: [
          'Seu tronco está muito ereto, ou até inclinado para trás.',
          'Assim o peso fica atrás do pé e freia você a cada aterrissagem.',
          'Incline-se um pouco para a frente a partir dos tornozelos e mantenha as costas alongadas.',
          'Em pé, deixe o corpo cair para a frente até precisar dar um passo.',
        ],
      },
      high: {
        slight: 'Tronco um pouco inclinado demais',
        strong: 'Tronco inclinado demais',
        recap: [
          'Seu tronco se inclina para a frente mais do que o necessário.',
          'A lombar e os isquiotibiais precisam sustentá-lo.',
          'Endireite o corpo na altura do quadril e incline-se a partir dos tornozelos.',
          'Um core forte e flexores do quadril flexíveis ajudam a manter o tronco alto.',
        ],
      },
    },
  },
  strikes: {
    rearfoot: {
      position: 'Aterrissagem com o calcanhar',
      likely: 'Provável aterrissagem com o calcanhar',
      under: 'Aterrissagem com o calcanhar perto do centro de gravidade',
      ahead: 'Aterrissagem com o calcanhar à frente do centro de gravidade',
    },
    midfoot: {
      position: 'Aterrissagem com o mediopé',
      likely: 'Provável aterrissagem com o mediopé',
      under: 'Aterrissagem com o mediopé perto do centro de gravidade',
      ahead: 'Aterrissagem com o mediopé à frente do centro de gravidade',
    },
    forefoot: {
      position: 'Aterrissagem com o antepé',
      likely: 'Provável aterrissagem com o antepé',
      under: 'Aterrissagem com o antepé perto do centro de gravidade',
      ahead: 'Aterrissagem com o antepé à frente do centro de gravidade',
    },
  },
  styles: {
    hop: {
      title: 'Saltitante',
      summary: 'Passos rápidos e contatos curtos: você mal toca o chão e aproveita a elasticidade dos tendões.',
    },
    stick: {
      title: 'Rasante',
      summary: 'Passos rápidos e contatos longos: você corre rente ao chão, com regularidade e pouca oscilação.',
    },
    bounce: {
      title: 'Aéreo',
      summary: 'Passos longos e leves com contatos curtos: você salta para cima e passa muito tempo no ar.',
    },
    push: {
      title: 'Propulsivo',
      summary: 'Passos longos e contatos longos: você corre perto do chão e avança com um impulso forte.',
    },
    sit: {
      title: 'Equilibrado',
      summary: 'Passos equilibrados ou quase sem fase aérea: você desliza com suavidade, sem extremos.',
    },
  },
};

import type { WarningTexts } from './warning-texts.ts';

export const ko: WarningTexts = {
  clip: {
    'orientation.treadmill': '트레드밀은 세로로 촬영하면 러너가 화면을 채웁니다.',
    'orientation.overground': '지면 달리기는 가로로 촬영하면 더 많은 걸음이 화면에 들어옵니다.',
    'orientation.back': '뒤에서는 세로로 촬영하면 몸이 화면을 채웁니다.',
    'view.side': '옆이 아니라 앞이나 뒤에서 촬영된 것 같습니다.',
    'view.side_back': '옆이 아니라 뒤에서 촬영된 것 같습니다. 뒷모습으로 분석하세요.',
    'view.back_side': '뒤가 아니라 옆에서 촬영된 것 같습니다.',
    'view.back_front': '뒤가 아니라 앞에서 촬영된 것 같습니다.',
    camera_moves:
      '카메라가 움직입니다. 삼각대나 낮은 담 위에 고정하세요. 트레드밀이라면 그렇게 표시하세요. 표시하지 않으면 속도가 틀립니다.',
    treadmill_stands:
      '발이 지면을 달릴 때처럼 화면에 멈춰 있어 속도를 제공하지 않습니다. 트레드밀이 아니라면 트레드밀 표시를 빼세요.',
    no_feet: '선택한 네트워크는 뒤꿈치와 발끝을 찾지 않아 발을 측정하지 않습니다.',
    'camera_tilted.ground':
      '화면에서 지면이 {degrees}도 기울었습니다. 각도는 지면을 기준으로 측정했습니다. 카메라 수평을 맞추세요.',
    'camera_tilted.camera':
      '카메라가 {degrees}도 돌아가 있습니다. 각도는 러너 자신의 수평을 기준으로 측정했습니다. 카메라 수평을 맞추세요.',
    not_running: '이 영상에서 달리기를 찾지 못해 달리기 수치를 제공하지 않습니다.',
    picture_turned: '러너가 화면에 누워 있거나 거꾸로 보입니다. 영상을 똑바로 돌려 다시 보내세요.',
    body_cut_off: '몸의 일부가 화면 밖에 있습니다. 머리부터 발까지 러너 전체를 여유 있게 촬영하세요.',
    runs_backwards: '러너가 뒤로 움직입니다. 거꾸로 재생한 영상 같습니다. 촬영한 그대로 보내세요.',
    too_few_steps: '걸음 수가 너무 적습니다. 더 오래, 또는 더 많은 걸음이 화면에 들어오게 촬영하세요.',
    frame_rate_too_low:
      '영상은 초당 {fps}프레임으로, 달리기를 알아보기에는 너무 적습니다. 30프레임 이상, 되도록 60프레임으로 촬영하세요.',
    low_frame_rate:
      '영상은 초당 {fps}프레임으로 30프레임 미만입니다. 지면 접촉 시간을 정확히 재려면 60프레임 이상으로 촬영하세요.',
    'picture_stretched.wide':
      '러너가 실제 사람보다 옆으로 넓게 보입니다. 영상의 가로세로 비율이 맞지 않아 각도와 길이가 정확하지 않습니다. 촬영한 그대로 보내세요.',
    'picture_stretched.narrow':
      '러너가 실제 사람보다 옆으로 좁게 보입니다. 영상의 가로세로 비율이 맞지 않거나 카메라가 비스듬해 각도와 길이가 정확하지 않습니다. 달리는 방향과 직각으로 촬영해 그대로 보내세요.',
    clip_cut:
      '영상이 {seconds}초 지점에서 잘렸거나 속도가 바뀝니다. 그런 지점 사이의 가장 긴 구간만 측정했습니다. 촬영한 그대로 보내세요.',
    variable_frame_rate: '프레임 속도가 일정하지 않아 각 프레임의 실제 시각을 사용했습니다.',
    interlaced: '비월 주사 영상입니다. 두 줄 중 한 줄만 사용했습니다. 순차 주사로 촬영하세요.',
    runner_lost: '프레임의 {percent}%에서 러너를 찾았습니다. 온몸이 화면에 들어오게 하세요.',
    several_people: '{people}명이 보였고 그중 한 사람만 추적했습니다. 러너 한 명만 촬영하세요.',
    another_followed: '러너를 놓쳤고, 그 뒤에 찾은 사람은 다른 사람일 수 있습니다.',
    larger_person_not_followed: '대부분의 시간 동안 더 크게 보인 사람이 있었지만 추적하지 않았습니다.',
    legs_ambiguous: '프레임의 {percent}%에서 좌우 다리를 구별하기 어려웠습니다.',
    'slow_motion.container': '영상이 {factor}배 슬로 모션입니다. 실제 시간을 사용했습니다.',
    'slow_motion.gait':
      '영상이 약 {factor}배 슬로 모션인 것 같습니다. 시간과 속도는 제공하지 않습니다. 촬영한 그대로 보내세요.',
    'camera_oblique.grows': '달리는 동안 화면 속 러너가 {percent}% 커집니다. 카메라를 달리는 방향과 직각으로 두세요.',
    'camera_oblique.shrinks':
      '달리는 동안 화면 속 러너가 {percent}% 작아집니다. 카메라를 달리는 방향과 직각으로 두세요.',
    'cross_check_standing_foot.belt':
      '화면에서 디딘 발이 뒤로 가는 속도는 {seen} m/s({seenPace} min/km)로, 입력한 {told} m/s({toldPace} min/km)와 다릅니다. 페이스와 키, 트레드밀이 맞는지 확인하세요.',
    'cross_check_standing_foot.still':
      '발이 {told} m/s({toldPace} min/km)의 벨트와 함께 움직이지 않고 화면에 멈춰 있습니다. 트레드밀이 아니라면 트레드밀 표시를 빼세요.',
  },
  checks: {
    speed_steps: '속도와 발자국 간격이 맞지 않습니다. 키와 페이스, 골격을 확인하세요.',
    contact_flight_step: '지면 접촉 시간과 체공 시간의 합이 스텝 시간과 맞지 않습니다. 일부 접촉을 잘못 찾았습니다.',
    left_right_stride: '왼발의 스트라이드 시간이 오른발과 다릅니다. 일부 접촉을 잘못 찾았습니다.',
    standing_foot: '디딘 발이 지면과 함께 움직여야 하는데 그렇지 않습니다. 페이스와 키, 트레드밀이 맞는지 확인하세요.',
    left_right_ground: '한쪽 발 아래의 지면이 다른 쪽보다 빠르게 움직입니다. 한쪽 발을 제대로 추적하지 못했습니다.',
    free_fall: '체공 중 엉덩이가 자유 낙하하듯 떨어지지 않습니다. 키와 영상의 프레임 속도를 확인하세요.',
  },
};

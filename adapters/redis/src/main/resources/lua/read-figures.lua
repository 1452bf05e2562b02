-- Reads what was counted on one day.
-- Answers { field, { number, … }, field, { number, … }, … }; see `count.lua` for the series.
local day = KEYS[1]

local answer = {}
local kept = redis.call('HGETALL', day)
for place = 1, #kept, 2 do
  table.insert(answer, kept[place])
  table.insert(answer, cmsgpack.unpack(kept[place + 1]))
end
return answer

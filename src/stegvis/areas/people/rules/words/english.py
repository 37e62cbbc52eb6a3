"""Everyday words in English: things to see, eat, wear and use."""

WORDS = """
acorn actor adobe agate album alder alley almond alpine amber anchor angle ankle anorak antler apple apricot
april apron arcade arch arena armchair arrow artist ash aspen aster atlas attic august autumn avenue avocado
awning azure baby badge badger bagel baker balcony ball ballad ballet balloon bamboo banana band banjo bank
bark barley barn barrel basil basin basket bath beach bead beak bean bear beard beaver bed bee beech beetle
bell belt bench berry bicycle bike birch bird biscuit bison blanket blaze blender blink block bloom blossom
blouse blue boat bobbin bonfire bonnet book boot border bottle boulder bounce bow bowl box bracelet bramble
branch brass bread breeze brick bridge bright brisk bronze brook broom broth brown brush bubble bucket
buckle bud buffalo bugle build bulb bun bundle bus bush butter button buzzard cabbage cabin cable cactus
cake calendar calf calm camel camera camp canal canary candle candy canoe canvas cape captain caramel
caravan card cardigan carnival carpet carrot cart carve cashew castle cat catalog cattle cave cedar celery
cellar cello cement center cereal chain chair chalk channel chapter charm cheddar cheer cheese cherry chess
chestnut chick chime chimney chin chisel chorus cinema cinnamon circle circus citrus city clam clap clay
clean clear clever cliff climb clock cloth cloud clover club coach coal coast coat cobble cocoa coconut
coffee coin collar comb comet comfort compass concert cone cook cookie copper coral cord cork corn corner
cottage cotton couch cow coyote crab cradle craft crane crater crayon cream creek crest cricket crisp crocus
crow crown crumb crust crystal cub cube cuckoo cuff cup curl current curtain curve cushion custard cycle
cypress daffodil dahlia daily dairy daisy dance dapper date dawn daylight deck deep deer delta denim desert
desk dessert dew dial diamond dice dill dime dinghy dinner dish diver dock dog doll dolphin domino donkey
door dough dove dragon drama drawer dream dress drift drink drizzle drum duck dune dusk duvet eagle ear
early earth easel east easy echo edge eel egg eight elbow elder eleven elf elk elm ember emerald engine
ermine evening fabric face fair falcon fall family fan farm fast feast feather fence fennel fern ferret
ferry festival fiddle field fig finch finger fir fire fish five flag flame flannel flask flax fleece flint
float flock floor flour flower flute fly foal foam fog folder folk foot ford forest fork fossil fountain
four fox frame freckle fresh friday fridge friend frog frost fruit fudge funnel fur furrow galaxy gallery
gallop garage garden garlic garnet gate gather gazelle gem gentle geranium giant gift ginger giraffe glacier
glad glass glide glimmer glitter globe glove glow glue goat gold goldfish golf goose gorge grain grand
granite grape grass gravel gravy green greeting grill grin grotto grove guest guitar gull gum gumboot hail
half hall hammer hammock hamster hand handle happy harbor hare harp harvest hat hawk hay hazel heart hearth
heath heather hedge hedgehog heel helmet hen herb herd heron hike hill hinge hobby holiday holly honest
honey hood hoof hook hop hope horizon horn horse hotel hour house hug human humble hundred hut hyacinth ice
icicle icon idea igloo inch indigo ink inlet inn insect iris iron island ivory ivy jacket jade jaguar jam
january jar jasmine jaw jazz jeans jelly jester jet jewel jigsaw jingle joke jolly journey joy jug juggle
juice july jumper june jungle juniper kale kangaroo kayak keel keeper kennel kettle key kiln kilt kind king
kiosk kitchen kite kitten kiwi knee knit knob knot koala label lace ladder ladle lady lagoon lake lamb lamp
land lane lantern lap larch lark latch laugh laundry laurel lava lavender lawn layer leaf leather ledge leek
lemon lemur lens lentil leopard letter lettuce level library lichen lid light lilac lily lime line linen
lion list little lizard llama lobster lodge loft log lotus lounge lucky lullaby lumber lunch lupin lute lynx
lyric magic magnet magpie maize mallet mammoth mango mantle map maple marble march margin marigold marina
market marmot marsh mast mat match maze meadow meal medal mellow melody melon menu mermaid merry metal meter
mild milk mill mimosa mineral mint minute mirror mist mitten mix model mole monday monkey month moon moose
morning mosaic moss motor mountain mouse mouth movie mud muffin mug mulberry mule muscle museum mushroom
music mussel mustard nail name napkin narrow nature navy near neck nectar needle neighbor nest nettle never
new night nimble nine noble noodle noon north nose note novel november nugget number nutmeg nylon oak oar
oasis oat oboe ocean october octopus old olive omelet onion opal open opera orange orbit orchard orchid
oregano organ osprey ostrich otter outdoor oval oven owl oxen oyster pace paddle page paint palace palm pan
pancake panda panel pansy panther paper paprika parade parcel park parlor parrot parsley parsnip pasta
pastel pastry patch path patient patio pattern pause peach peacock peak peanut pear pearl pebble pecan pedal
pelican pen pencil penguin pepper perch petal petunia phone piano picnic pie pier pig pigeon pillar pillow
pilot pine pink pipe pitcher pixel pizza place plaid plain planet plank plant plate play plaza plenty plow
plum pocket podium poem poet polar polish polka pond pony pool poplar poppy porch porridge port poster pot
potato pottery prairie present pretzel primrose prince print prism proud puddle puffin pulse puma pumpkin
pupil puppet puppy purple puzzle pyramid quail quality quarry quartz queen quick quiet quill quilt quince
quiver quiz rabbit raccoon radio radish raft rail rain rainbow raisin rake ram ranch range rapid raven ray
ready recipe record reed reef reindeer relay rhubarb rhythm ribbon rice ridge ring ripple river road roast
robin robot rock rocket rodeo roof room rooster root rope rose rosemary round route row royal rubber ruby
rudder rug ruler runner rural rye saddle saffron sage sail salad salmon salt sand sandal sapphire sardine
satin saturn sauce saucer sauna scale scarf scarlet scenery school science scissors scooter score scout sea
seal season seat second secret seed seesaw seven shade shadow shampoo shape shark shawl sheep shelf shell
shelter sherbet shine ship shirt shoe shop shore short shoulder shovel shower shrimp shrub shutter sidewalk
silence silk silver simple singer six skate sketch ski skirt sky slate sled sleeve sleigh slice slipper
slope slow small smile smooth snail snow soap soccer sock sofa soft soil solar solid song sorbet sound soup
south spade spark sparrow speech spice spider spinach spiral sponge spoon sport spring sprout spruce square
squash squid squirrel stable stage stair stamp star starling station statue steam steel stem step stew still
stone stool stork storm story stove straw stream street string stripe strong student studio sugar suit
summer sun sunday sunrise sunset supper surf swallow swan sweater sweet swift swim swing syrup table tablet
tadpole tailor talent tall tango tape tapestry tart taxi tea teacher teapot tempo ten tennis tent terrace
theater thimble thistle thread three throat thrush thumb thunder thursday thyme ticket tide tidy tiger tile
timber time tinsel tiny toast today toe toffee tomato tone tool tooth top topaz torch tortoise toucan towel
tower town toy track tractor trail train tram travel tray treasure tree trellis triangle trout trumpet trunk
tuba tuesday tulip tuna tundra tunnel turkey turnip turtle twelve twenty twig twilight twin umbrella under
unicorn uniform upper urban useful vacuum valley vanilla vase vault velvet verb verse vest village vine
vinegar violet violin visit vista vivid voice volcano vowel voyage waffle wagon waist walk wall wallet
walnut walrus waltz warm wash water wave wax weather weave week west whale wheat wheel whisker whisper
whistle white wide willow wind window wing winter wise wish wolf wonder wood wool word world wren wrist
yacht yard yarn year yeast yellow yogurt young zebra zero zigzag zinc zipper zone
"""
